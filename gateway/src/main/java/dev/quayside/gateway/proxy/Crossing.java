package dev.quayside.gateway.proxy;

import dev.quayside.gateway.upstream.Upstream;
import java.util.Map;

/**
 * What is known of a request before it is forwarded.
 *
 * @param uri path and query at the service
 * @param headers that the gateway itself vouches for
 * @param maxBody bytes
 * @param timeouts its route's own, or the usual ones
 * @param label the route's name for logs
 */
record Crossing(
        Upstream service, String uri, Map<String, String> headers, long maxBody, Timeouts timeouts, String label) {}
