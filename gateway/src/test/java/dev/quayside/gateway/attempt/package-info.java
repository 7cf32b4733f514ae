/**
 * Tests of tries and their growing waits.
 */
@NullMarked
package dev.quayside.gateway.attempt;

import org.jspecify.annotations.NullMarked;
