/**
 * Tests of the sockets: TLS, HTTP/2, and clients that take their time.
 */
@NullMarked
package dev.quayside.gateway.listener;

import org.jspecify.annotations.NullMarked;
