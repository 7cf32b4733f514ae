/**
 * A service made of the kit alone, to test the kit over HTTP.
 *
 * <p>It is not in the kit's jar; services get only {@code dev.quayside.kit.testing} to use.
 */
@NullMarked
package dev.quayside.kit.probe;

import org.jspecify.annotations.NullMarked;
