/**
 * Tests of who customers are at other providers.
 */
@NullMarked
package dev.quayside.gateway.identity;

import org.jspecify.annotations.NullMarked;
