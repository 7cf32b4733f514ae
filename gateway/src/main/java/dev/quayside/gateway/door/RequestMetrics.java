package dev.quayside.gateway.door;

import dev.quayside.gateway.route.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    /** What a timer is for; few of each, so that they are kept rather than looked up by their tags for each request. */
    private record Labels(Listener listener, String route, String method, int status) {}

    private final MeterRegistry registry;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

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
        Labels labels = new Labels(
                listener,
                exchange.<String>get(ROUTE, "none"),
                KNOWN.contains(method) ? method.name() : "other",
                exchange.response().getStatusCode());
        return timers.computeIfAbsent(labels, this::register);
    }

    private Timer register(Labels labels) {
        return Timer.builder("gateway.requests")
                .description("Requests by route, from the first byte of the request to the last of the answer")
                .tag("listener", labels.listener().name().toLowerCase(Locale.ROOT))
                .tag("route", labels.route())
                .tag("method", labels.method())
                .tag("status", Integer.toString(labels.status()))
                .register(registry);
    }
}
