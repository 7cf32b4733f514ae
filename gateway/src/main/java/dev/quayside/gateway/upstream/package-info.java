/**
 * The services behind the gateway as sets of processes: which there are, which of them work, and which gets the next request.
 *
 * <p>An instance that fails or says that it is not ready is passed over while there is a better one, and never when there is none: the
 * gateway may be wrong, or all of them may be in the same trouble.
 */
@NullMarked
package dev.quayside.gateway.upstream;

import org.jspecify.annotations.NullMarked;
