package dev.quayside.gateway.door;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** CORS (Fetch, 3.2): web pages of the origins on the list may call, others not. There are no cookies, so no credentials. */
@ApplicationScoped
class CrossOrigin {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Order-Token,"
                    + " X-Request-Id, Cache-Control, traceparent, tracestate";
    private static final String SHOWN =
            "ETag, Location, Retry-After, X-Request-Id, Idempotent-Replayed, RateLimit-Limit,"
                    + " RateLimit-Remaining, RateLimit-Reset, Server-Timing";

    private final Set<String> allowed;

    CrossOrigin(@ConfigProperty(name = "quayside.cors.origins") Optional<List<String>> origins) {
        this.allowed = Set.copyOf(origins.orElse(List.of()));
    }

    /** Marks the answer for an origin on the list. Returns whether this was a question before a request, now answered. */
    boolean answer(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        boolean known = allowed.contains(origin);
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (known) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        }
        return isPreflight(request) && preflight(response, known);
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static boolean preflight(HttpServerResponse response, boolean known) {
        if (!known) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "pages of this origin may not call the shop");
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .setStatusCode(204)
                .end();
        return true;
    }
}
