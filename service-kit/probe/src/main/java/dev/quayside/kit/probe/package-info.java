/**
 * A service made of the kit alone, to test the kit over HTTP.
 *
 * <p>Nothing depends on it: what services' tests use is {@code dev.quayside.kit.testing}.
 */
@NullMarked
package dev.quayside.kit.probe;

import org.jspecify.annotations.NullMarked;
