/**
 * Tests of customers' accounts and of signing in.
 */
@NullMarked
package dev.quayside.gateway.customer;

import org.jspecify.annotations.NullMarked;
