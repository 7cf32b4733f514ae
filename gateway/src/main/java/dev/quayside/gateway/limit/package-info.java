/**
 * How often something may be tried: token buckets in Redis, or in this process while Redis is away.
 *
 * <p>The caller's address is the socket's, unless a proxy that is trusted by configuration stands before it.
 */
@NullMarked
package dev.quayside.gateway.limit;

import org.jspecify.annotations.NullMarked;
