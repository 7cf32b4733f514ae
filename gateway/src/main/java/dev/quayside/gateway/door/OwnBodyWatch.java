package dev.quayside.gateway.door;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the time in which a body for one of the gateway's own endpoints comes: each is small, and a thread waits for it. */
@ApplicationScoped
class OwnBodyWatch {
    private final Vertx vertx;
    private final Refusals refusals;
    private final long millis;

    OwnBodyWatch(
            Vertx vertx, Refusals refusals, @ConfigProperty(name = "quayside.slow-clients.body") Duration timeout) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.millis = timeout.toMillis();
    }

    /** Answers a 408 and ends the connection when the body is not there in time. */
    void watch(HttpServerRequest request) {
        boolean none =
                request.method().equals(HttpMethod.GET) || "0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (!none && !request.isEnded()) {
            vertx.setTimer(millis, timer -> {
                if (!request.isEnded()) {
                    refusals.answer(request, tooSlow());
                }
            });
        }
    }

    private static ProblemException tooSlow() {
        return new ProblemException(GatewayProblem.REQUEST_TIMEOUT, "send the whole body without a long pause");
    }
}
