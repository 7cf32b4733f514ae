/**
 * How many requests get in: token buckets in Redis, shared by all instances, or in this process while Redis is away.
 *
 * <p>The caller's address is the socket's, unless a proxy that is trusted by configuration stands before it.
 */
@NullMarked
package dev.quayside.gateway.limit;

import org.jspecify.annotations.NullMarked;
