/**
 * A browser's trip to a provider and back, ending in a one-time code for the page that sent it.
 *
 * <p>A trip is good once, for the browser and the provider that it began with; the code is good once, for whoever knows the verifier of
 * the challenge that the trip began with. Only hashes are stored, in the database, so that any instance can end what another began.
 */
@NullMarked
package dev.quayside.gateway.trip;

import org.jspecify.annotations.NullMarked;
