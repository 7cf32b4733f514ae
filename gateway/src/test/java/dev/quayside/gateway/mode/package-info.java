/**
 * Tests of what a production deployment forbids.
 */
@NullMarked
package dev.quayside.gateway.mode;

import org.jspecify.annotations.NullMarked;
