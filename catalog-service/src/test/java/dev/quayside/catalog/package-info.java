/**
 * Tests of the running service over HTTP, on a real PostgreSQL.
 *
 * <p>All of them share one configuration, so that the service starts once; each makes products of its own.
 */
@NullMarked
package dev.quayside.catalog;

import org.jspecify.annotations.NullMarked;
