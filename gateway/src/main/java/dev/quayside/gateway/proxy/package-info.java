/**
 * Forwards a request that was let in to the service that its route names, streaming both ways.
 *
 * <p>Only headers that a client may set are passed on; size and time are bounded for every route.
 */
@NullMarked
package dev.quayside.gateway.proxy;

import org.jspecify.annotations.NullMarked;
