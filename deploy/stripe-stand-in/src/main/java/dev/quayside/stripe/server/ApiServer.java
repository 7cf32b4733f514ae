package dev.quayside.stripe.server;

import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Route;
import dev.quayside.stripe.wire.Routes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.Objects;
import java.util.Set;

/** Puts the table of routes onto the HTTP server, open to browsers from anywhere as api.stripe.com is. */
public final class ApiServer {
    private ApiServer() {}

    public static void mount(Router router, Routes routes, ApiHandler handler) {
        router.route("/v1/*").handler(cors());
        for (Route route : routes.all()) {
            router.route(HttpMethod.valueOf(route.method()), route.path())
                    .handler(context -> serve(context, route, handler));
        }
        router.route("/v1/*").handler(context -> serve(context, unknown(context), handler));
    }

    private static void serve(RoutingContext context, Route route, ApiHandler handler) {
        handler.handle(context.request(), route, Objects.requireNonNullElse(context.pathParam("id"), ""));
    }

    private static Route unknown(RoutingContext context) {
        String called = context.request().method() + ": " + context.request().path();
        return new Route(
                "*",
                "*",
                call -> {
                    throw ApiError.of(404, "invalid_request_error", null, "Unrecognized request URL (" + called + ").");
                },
                true);
    }

    private static CorsHandler cors() {
        return CorsHandler.create()
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE))
                .allowedHeaders(Set.of(
                        "Accept",
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "Stripe-Account",
                        "Stripe-Version",
                        "X-Requested-With"))
                .exposedHeaders(Set.of("Request-Id", "Idempotent-Replayed", "Original-Request"))
                .maxAgeSeconds(300);
    }
}
