/**
 * Tests of API keys.
 */
@NullMarked
package dev.quayside.gateway.apikey;

import org.jspecify.annotations.NullMarked;
