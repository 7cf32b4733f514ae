/**
 * The sockets of the gateway: in the clear for the public, over TLS where there is a certificate, and the internal one.
 *
 * <p>Whoever connects has to send whole requests within a time, and requests of every kind are handed to the same door.
 */
@NullMarked
package dev.quayside.gateway.listener;

import org.jspecify.annotations.NullMarked;
