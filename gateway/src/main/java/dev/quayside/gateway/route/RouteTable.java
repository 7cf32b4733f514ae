package dev.quayside.gateway.route;

import static dev.quayside.gateway.route.Destination.CATALOG;
import static dev.quayside.gateway.route.Destination.ORDER;
import static dev.quayside.gateway.route.Destination.PAYMENT;

import dev.quayside.gateway.extension.Extensions;
import dev.quayside.gateway.route.Route.Tokens;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides where a path leads: into the shop's own API, or to an extension. Paths are compared as they were sent, so another spelling of
 * one is no path at all.
 */
@Singleton
public class RouteTable {
    private static final List<Route> SHOP = List.of(
            Route.to(CATALOG, "/v1/products").inFewerBytes(),
            Route.to(CATALOG, "/v1/categories").inFewerBytes(),
            Route.to(CATALOG, "/v1/collections").inFewerBytes(),
            Route.to(CATALOG, "/v1/search/suggest").inFewerBytes(),
            Route.to(CATALOG, "/v1/reviews"),
            Route.to(CATALOG, "/v1/admin/search").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/reviews").inFewerBytes(),
            Route.files(CATALOG, "/v1/media"),
            Route.to(CATALOG, "/v1/admin/products").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/products:bulk").streaming(Route.STREAM),
            Route.to(CATALOG, "/v1/admin/deleted-products").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/product-edits").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/categories").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/collections").inFewerBytes(),
            // What is uploaded, and before what is said about it, which is JSON.
            Route.upload(CATALOG, "/v1/admin/media"),
            Route.to(CATALOG, "/v1/admin/media").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock-locations").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock-transfers").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock-allocations").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock-alerts").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/stock-alert-events").inFewerBytes(),
            Route.to(CATALOG, "/v1/admin/imports").streaming(Route.FILE),
            Route.to(CATALOG, "/v1/admin/stock-takes").streaming(Route.FILE),
            Route.to(CATALOG, "/v1/admin/exports").streaming(Route.JSON).inFewerBytes(),
            Route.to(ORDER, "/v1/carts"),
            Route.to(ORDER, "/v1/orders"),
            Route.to(ORDER, "/v1/admin/orders").inFewerBytes(),
            // It asks every service for all that it has, page by page.
            Route.to(ORDER, "/v1/admin/audit").inFewerBytes().within(Duration.ofMinutes(2)),
            Route.to(PAYMENT, "/v1/payment-methods"),
            Route.to(PAYMENT, "/v1/admin/payments"),
            Route.to(PAYMENT, "/v1/admin/disputes").inFewerBytes(),
            Route.to(PAYMENT, "/v1/admin/stripe-events").inFewerBytes(),
            Route.to(PAYMENT, "/v1/admin/reconciliation").inFewerBytes(),
            Route.to(PAYMENT, "/v1/admin/mismatches").inFewerBytes(),
            // After ten seconds or twenty Stripe has hung up and will send it again.
            Route.webhook(PAYMENT, "/v1/webhooks/stripe").within(Duration.ofSeconds(15)),
            Route.own("/v1/auth/register", Tokens.IGNORED),
            Route.own("/v1/auth/login", Tokens.IGNORED),
            Route.own("/v1/auth/refresh", Tokens.IGNORED),
            Route.own("/v1/auth/logout", Tokens.IGNORED),
            Route.own("/v1/admin/audit-log", Tokens.VERIFIED).withBelow().inFewerBytes(),
            Route.own("/v1/auth/staff/login", Tokens.IGNORED),
            Route.own("/v1/auth/staff/invitation", Tokens.IGNORED),
            Route.own("/v1/admin/scopes", Tokens.VERIFIED),
            Route.own("/v1/admin/roles", Tokens.VERIFIED).withBelow(),
            Route.own("/v1/admin/users", Tokens.VERIFIED).withBelow(),
            Route.own("/v1/admin/customers", Tokens.VERIFIED).withBelow(),
            Route.own("/v1/admin/api-keys", Tokens.VERIFIED).withBelow(),
            Route.own("/v1/auth/oidc", Tokens.IGNORED).withBelow(),
            Route.own("/v1/auth/email/verify", Tokens.IGNORED),
            Route.own("/v1/auth/email/verification", Tokens.VERIFIED),
            Route.own("/v1/auth/password/forgot", Tokens.IGNORED),
            Route.own("/v1/auth/password/reset", Tokens.IGNORED),
            Route.own("/v1/customers/me", Tokens.VERIFIED).withBelow(),
            Route.own("/v1/admin/signing-keys", Tokens.VERIFIED).withBelow(),
            Route.own("/oauth/token", Tokens.LEFT),
            Route.own("/.well-known/jwks.json", Tokens.IGNORED),
            Route.own("/.well-known/openid-configuration", Tokens.IGNORED),
            Route.own("/openapi.json", Tokens.IGNORED).inFewerBytes(),
            Route.own("/docs", Tokens.IGNORED).withBelow().inFewerBytes(),
            Route.own("/q/health", Tokens.IGNORED).withBelow().unlimited());

    private static final List<Route> INTERNAL = List.of(
            Route.to(CATALOG, "/internal/v1/quotes"),
            Route.to(CATALOG, "/internal/v1/reservations"),
            Route.to(PAYMENT, "/internal/v1/payments"),
            Route.to(PAYMENT, "/internal/v1/payment-methods"),
            Route.to(ORDER, "/internal/v1/payment-events"),
            Route.to(ORDER, "/internal/v1/order-repairs"),
            Route.to(ORDER, "/internal/v1/purchases"),
            // The services' audits have the same paths; here each has its service's name before it.
            Route.to(CATALOG, "/internal/v1/audit/catalog").as("/internal/v1/audit"),
            Route.to(PAYMENT, "/internal/v1/audit/payment").as("/internal/v1/audit"),
            Route.to(ORDER, "/internal/v1/audit/order").as("/internal/v1/audit"),
            Route.own("/internal/v1/audit-log", Tokens.VERIFIED),
            Route.own("/oauth/token", Tokens.LEFT),
            Route.own("/.well-known/jwks.json", Tokens.IGNORED),
            Route.own("/.well-known/openid-configuration", Tokens.IGNORED),
            Route.own("/q/health", Tokens.IGNORED).withBelow(),
            Route.own("/q/metrics", Tokens.IGNORED));

    private final Map<Listener, List<Route>> routes;

    public RouteTable(Extensions extensions) {
        List<Route> open = Stream.concat(
                        SHOP.stream(), extensions.all().stream().map(Route::to))
                .toList();
        this.routes = new EnumMap<>(Map.of(Listener.PUBLIC, open, Listener.INTERNAL, INTERNAL));
    }

    /** The route of a path; a path that is not in the listener's table is a 404. */
    public Route decide(Listener listener, RequestTarget target) {
        String path = target.path();
        if (isPlain(path)) {
            for (Route route : routes.getOrDefault(listener, List.of())) {
                if (route.matches(path) && !route.hides(path)) {
                    return route;
                }
            }
        }
        throw new ProblemException(CommonProblem.NOT_FOUND, "no resource has this path");
    }

    /** Path parameters and empty segments mean something else to every framework; no path of ours has them. */
    private static boolean isPlain(String path) {
        return !path.contains("//")
                && path.indexOf(';') < 0
                && (path.indexOf('%') < 0
                        || !path.toLowerCase(java.util.Locale.ROOT).contains("%3b"));
    }
}
