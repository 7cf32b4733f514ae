package dev.quayside.gateway.proxy;

import java.time.Duration;

/**
 * How long is waited for on the way of one request.
 *
 * @param queue for a connection, while all that an instance may have are taken
 * @param answer until a service that has the whole request says something
 * @param body for a request's body to begin coming; {@link Pace}
 * @param taken for a client to take more of its answer
 */
record Timeouts(Duration queue, Duration answer, Duration body, Duration taken) {}
