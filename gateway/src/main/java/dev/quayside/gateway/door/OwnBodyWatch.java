package dev.quayside.gateway.door;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the time in which a body for one of the gateway's own endpoints comes: each is small, and a thread waits for it. */
@ApplicationScoped
class OwnBodyWatch {
    private static final String READ = "quayside.body.read";

    private final Vertx vertx;
    private final Refusals refusals;
    private final CurrentVertxRequest current;
    private final long millis;

    OwnBodyWatch(
            Vertx vertx,
            Refusals refusals,
            CurrentVertxRequest current,
            @ConfigProperty(name = "quayside.slow-clients.body") Duration timeout) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.current = current;
        this.millis = timeout.toMillis();
    }

    /** Answers a 408 and ends the connection when the body is not there in time. */
    void watch(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        boolean none =
                request.method().equals(HttpMethod.GET) || "0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (!none && !request.isEnded()) {
            vertx.setTimer(millis, timer -> look(exchange, false));
        }
    }

    /** The client's time begins when somebody reads: a body that waits for a thread is not late. */
    private void look(RoutingContext exchange, boolean wasRead) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded() || request.response().ended()) {
            return;
        }
        if (wasRead) {
            refusals.answer(request, tooSlow());
        } else {
            boolean read = isRead(exchange);
            vertx.setTimer(millis, timer -> look(exchange, read));
        }
    }

    /** Notes that the body of the request that this thread serves is being read from now on. */
    void reading() {
        if (Arc.container().requestContext().isActive() && current.getCurrent() != null) {
            current.getCurrent().put(READ, true);
        }
    }

    /** The body of a form is read by the framework at once, every other by {@link OwnBodies}. */
    private static boolean isRead(RoutingContext exchange) {
        String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return exchange.get(READ) != null || (type != null && type.startsWith("application/x-www-form-urlencoded"));
    }

    private static ProblemException tooSlow() {
        return new ProblemException(GatewayProblem.REQUEST_TIMEOUT, "send the whole body without a long pause");
    }
}
