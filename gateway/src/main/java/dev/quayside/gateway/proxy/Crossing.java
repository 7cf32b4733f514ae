package dev.quayside.gateway.proxy;

import java.util.Map;

/**
 * What is known of a request before it is forwarded.
 *
 * @param uri path and query at the service
 * @param headers that the gateway itself vouches for
 * @param maxBody bytes
 * @param label the route's name for logs
 */
record Crossing(Upstream upstream, String uri, Map<String, String> headers, long maxBody, String label) {}
