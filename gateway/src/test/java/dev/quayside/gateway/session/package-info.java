/**
 * Tests of refresh tokens: races, theft, end.
 */
@NullMarked
package dev.quayside.gateway.session;

import org.jspecify.annotations.NullMarked;
