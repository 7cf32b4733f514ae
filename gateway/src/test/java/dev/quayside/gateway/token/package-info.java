/**
 * Tests of keys and tokens, forged ones among them.
 */
@NullMarked
package dev.quayside.gateway.token;

import org.jspecify.annotations.NullMarked;
