/**
 * The HTTP side: reads bounded requests, asks for a key, runs faults and idempotency around the routes, writes replies.
 * No rule of payments lives here; state is only touched inside an act of the Book.
 */
@NullMarked
package dev.quayside.stripe.server;

import org.jspecify.annotations.NullMarked;
