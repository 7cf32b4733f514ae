/**
 * The shop on one machine without Docker.
 *
 * <p>Owns the life of PostgreSQL, Redis, the Stripe stand-in and the services as child processes on loopback: whatever it starts, it
 * stops, and what a killed predecessor left behind it finds and ends first. Tests borrow the databases from here.
 */
@NullMarked
package dev.quayside.local;

import org.jspecify.annotations.NullMarked;
