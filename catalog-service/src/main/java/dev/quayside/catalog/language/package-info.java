/**
 * The languages that the shop speaks, and which of them a request is answered in.
 *
 * <p>Texts are stored in the shop's own language, with translations beside them. A request never fails for its language: what is not
 * spoken, or not translated, is answered in the next best, at last in the shop's own.
 */
@NullMarked
package dev.quayside.catalog.language;

import org.jspecify.annotations.NullMarked;
