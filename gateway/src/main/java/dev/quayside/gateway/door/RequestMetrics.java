package dev.quayside.gateway.door;

import dev.quayside.gateway.route.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Counts and times requests by route. A path never becomes a label: it may hold the secret id of a cart. */
@ApplicationScoped
class RequestMetrics {
    private static final Set<HttpMethod> KNOWN = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String ROUTE = "quayside.route";

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Starts the clock of a request. Until its route is known it counts as {@code none}. */
    void start(RoutingContext exchange, Listener listener) {
        Timer.Sample sample = Timer.start(registry);
        exchange.addEndHandler(end -> sample.stop(timer(exchange, listener)));
    }

    void route(RoutingContext exchange, String label) {
        exchange.put(ROUTE, label);
    }

    private Timer timer(RoutingContext exchange, Listener listener) {
        HttpMethod method = exchange.request().method();
        return Timer.builder("gateway.requests")
                .description("Requests by route, from the first byte of the request to the last of the answer")
                .tag("listener", listener.name().toLowerCase(java.util.Locale.ROOT))
                .tag("route", exchange.<String>get(ROUTE, "none"))
                .tag("method", KNOWN.contains(method) ? method.name() : "other")
                .tag("status", Integer.toString(exchange.response().getStatusCode()))
                .register(registry);
    }
}
