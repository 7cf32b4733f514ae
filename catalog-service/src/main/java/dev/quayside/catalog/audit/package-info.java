/**
 * What the shop's audit reads here: every reservation, and whether the numbers of stock agree with each other.
 *
 * <p>Each answer is one statement, so it sees one moment and is true while orders go on.
 */
@NullMarked
package dev.quayside.catalog.audit;

import org.jspecify.annotations.NullMarked;
