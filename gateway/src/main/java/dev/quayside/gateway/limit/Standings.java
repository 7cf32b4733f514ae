package dev.quayside.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps with a request how its caller stands with the tightest of its limits, for the headers of the answer. */
@ApplicationScoped
public class Standings {
    private static final String KEY = "quayside.standing";

    private final CurrentVertxRequest current;
    private final MeterRegistry registry;

    Standings(CurrentVertxRequest current, MeterRegistry registry) {
        this.current = current;
        this.registry = registry;
    }

    /** Writes the headers of the tightest limit that counted the request, if one did. */
    public static void write(RoutingContext exchange) {
        Standing tightest = exchange.get(KEY);
        if (tightest != null) {
            tightest.headers().forEach(exchange.response().headers()::set);
        }
    }

    /** Notes a standing; a refused one ends the request with a 429. */
    void note(@Nullable RoutingContext exchange, Standing standing) {
        if (exchange != null) {
            Standing tightest = exchange.get(KEY);
            if (tightest == null || standing.isTighterThan(tightest)) {
                exchange.put(KEY, standing);
            }
        }
        if (standing.isRefused()) {
            registry.counter("gateway.limits.refused", "limit", standing.name()).increment();
            throw standing.refusal();
        }
    }

    /** The same for the request that this thread serves, if it serves one. */
    public void note(Standing standing) {
        note(Arc.container().requestContext().isActive() ? current.getCurrent() : null, standing);
    }
}
