package dev.quayside.gateway.door;

import dev.quayside.gateway.browser.AllowedOrigins;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * CORS (Fetch, 3.2): web pages of the origins on the list may call, others not. Credentials, which here are cookies, are taken where
 * people sign in and out and nowhere else.
 */
@ApplicationScoped
class CrossOrigin {
    private static final String WITH_COOKIES = "/v1/auth/";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Order-Token,"
                    + " X-Request-Id, Cache-Control, traceparent, tracestate";
    private static final String SHOWN =
            "ETag, Location, Retry-After, X-Request-Id, Idempotent-Replayed, RateLimit-Limit, RateLimit-Policy,"
                    + " RateLimit-Remaining, RateLimit-Reset, Server-Timing, WWW-Authenticate";

    private final AllowedOrigins origins;

    CrossOrigin(AllowedOrigins origins) {
        this.origins = origins;
    }

    /** Answers a browser's question before its request, if this is one. */
    boolean answer(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !isPreflight(request)) {
            return false;
        }
        if (!origins.contains(origin)) {
            throw notAllowed();
        }
        request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .setStatusCode(204)
                .end();
        return true;
    }

    /** Refuses a WebSocket that a page of another site opens: it would be the visitor who speaks. */
    void checkSocket(HttpServerRequest request) {
        if (!origins.mayConnect(request)) {
            throw notAllowed();
        }
    }

    private static ProblemException notAllowed() {
        return new ProblemException(
                GatewayProblem.ORIGIN_NOT_ALLOWED,
                "pages of this origin may not call: it is not in QUAYSIDE_CORS_ORIGINS");
    }

    /** Marks an answer for the page that asked; to be called when all other headers are there. */
    void mark(HttpServerRequest request, MultiMap headers) {
        if (origins.isEmpty()) {
            return;
        }
        // Also without an Origin: a cache must not give this answer to a page later.
        vary(headers, "Origin");
        if (isPreflight(request)) {
            vary(headers, "Access-Control-Request-Method");
            vary(headers, "Access-Control-Request-Headers");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        String path = request.path();
        if (path != null && path.startsWith(WITH_COOKIES)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
    }

    private static void vary(MultiMap headers, String name) {
        if (headers.getAll(HttpHeaders.VARY).stream().noneMatch(value -> value.contains(name))) {
            headers.add(HttpHeaders.VARY, name);
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
