/**
 * Tests of browsers on their way to a provider and back.
 */
@NullMarked
package dev.quayside.gateway.trip;

import org.jspecify.annotations.NullMarked;
