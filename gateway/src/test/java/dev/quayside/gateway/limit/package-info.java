/**
 * Tests of limits and of the client's address.
 */
@NullMarked
package dev.quayside.gateway.limit;

import org.jspecify.annotations.NullMarked;
