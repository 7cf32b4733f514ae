package dev.quayside.gateway.proxy;

import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.upstream.Upstream;
import java.util.Map;

/**
 * What is known of a request before it is forwarded.
 *
 * @param uri path and query at the service
 * @param headers that the gateway itself vouches for
 * @param timeouts its route's own, or the usual ones
 */
record Crossing(Upstream service, Route route, String uri, Map<String, String> headers, Timeouts timeouts) {}
