/**
 * Tests of what only browsers need.
 */
@NullMarked
package dev.quayside.gateway.browser;

import org.jspecify.annotations.NullMarked;
