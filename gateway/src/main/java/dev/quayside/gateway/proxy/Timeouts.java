package dev.quayside.gateway.proxy;

import java.time.Duration;

/**
 * How long a service is waited for.
 *
 * @param connect until there is a connection to it
 * @param answer until it says something, and then between one part of its answer and the next
 */
record Timeouts(Duration connect, Duration answer) {}
