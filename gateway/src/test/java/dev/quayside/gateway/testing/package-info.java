/**
 * The running gateway of all tests that need one: real PostgreSQL and Redis, and WireMock in place of the services behind it.
 *
 * <p>All of them share one configuration, so that it starts once.
 */
@NullMarked
package dev.quayside.gateway.testing;

import org.jspecify.annotations.NullMarked;
