/**
 * Tests of the gateway as a whole.
 */
@NullMarked
package dev.quayside.gateway;

import org.jspecify.annotations.NullMarked;
