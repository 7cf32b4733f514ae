/**
 * What every request meets first, on either listener: request id, path, origin, token, size, then its route.
 *
 * <p>Nothing behind this package sees a request that was not let in.
 */
@NullMarked
package dev.quayside.gateway.door;

import org.jspecify.annotations.NullMarked;
