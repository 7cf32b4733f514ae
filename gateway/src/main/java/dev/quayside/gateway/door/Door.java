package dev.quayside.gateway.door;

import dev.quayside.gateway.limit.ClientAddresses;
import dev.quayside.gateway.proxy.Caller;
import dev.quayside.gateway.proxy.Forwarder;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.RequestTarget;
import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.route.RouteTable;
import dev.quayside.kit.request.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lets requests in. It comes before everything else that listens, so nothing of a framework's own can be reached past it. */
@ApplicationScoped
class Door {
    private final Listeners listeners;
    private final RouteTable routes;
    private final EntryRules rules;
    private final Admission admission;
    private final Forwarder forwarder;
    private final ClientAddresses addresses;
    private final Refusals refusals;
    private final RequestMetrics metrics;

    Door(
            Listeners listeners,
            RouteTable routes,
            EntryRules rules,
            Admission admission,
            Forwarder forwarder,
            ClientAddresses addresses,
            Refusals refusals,
            RequestMetrics metrics) {
        this.listeners = listeners;
        this.routes = routes;
        this.rules = rules;
        this.admission = admission;
        this.forwarder = forwarder;
        this.addresses = addresses;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    void hang(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter);
    }

    private void enter(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Listener listener = listeners.of(request);
        metrics.start(exchange, listener);
        try {
            rules.mark(exchange, listener);
            RequestTarget target = RequestTarget.of(request.uri());
            if (rules.answerCrossOrigin(request, listener)) {
                return;
            }
            Route route = routes.decide(listener, target);
            metrics.route(exchange, route.label());
            rules.check(exchange, route);
            admit(exchange, listener, route, target);
        } catch (RuntimeException e) {
            refusals.answer(request, e);
        }
    }

    private void admit(RoutingContext exchange, Listener listener, Route route, RequestTarget target) {
        HttpServerRequest request = exchange.request();
        // Nothing of the body is lost while the caller is looked up.
        request.pause();
        // What comes of it comes on the event loop that the request is read on.
        admission
                .ask(exchange, listener, route)
                .onComplete(
                        authorization -> {
                            try {
                                proceed(exchange, listener, route, target, authorization);
                            } catch (RuntimeException e) {
                                refusals.answer(request, e);
                            }
                        },
                        reason -> refusals.answer(request, reason));
    }

    private void proceed(
            RoutingContext exchange,
            Listener listener,
            Route route,
            RequestTarget target,
            Optional<String> authorization) {
        HttpServerRequest request = exchange.request();
        if (Forwarder.isGivenUp(request)) {
            return;
        }
        request.headers().remove(HttpHeaders.AUTHORIZATION);
        authorization.ifPresent(value -> request.headers().set(HttpHeaders.AUTHORIZATION, value));
        if (route.destination().isGateway()) {
            request.resume();
            exchange.next();
        } else {
            forwarder.forward(request, listener, route, target, vouched(request, authorization));
        }
    }

    private Caller vouched(HttpServerRequest request, Optional<String> authorization) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Forwarded-For", addresses.full(request));
        headers.put(RequestId.HEADER, RequestId.acceptedOrNew(request.getHeader(RequestId.HEADER)));
        authorization.ifPresent(value -> headers.put("Authorization", value));
        return new Caller(addresses.of(request), headers);
    }
}
