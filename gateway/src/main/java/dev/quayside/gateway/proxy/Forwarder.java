package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.RequestTarget;
import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.upstream.UpstreamSettings;
import dev.quayside.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends requests that were let in to the services behind the gateway. */
@ApplicationScoped
public class Forwarder {
    /** Its own WebSockets would buffer without a bound what one side does not take, and pass on what comes before there is a WebSocket. */
    private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);

    private final Upstreams upstreams;
    private final UpstreamSettings settings;
    private final Duration bodyTimeout;
    private final Duration idleTimeout;
    private final WebSockets webSockets;
    private final Passage.Means means;

    Forwarder(
            Upstreams upstreams,
            UpstreamSettings settings,
            Vertx vertx,
            ProblemBodies problems,
            WebSockets webSockets,
            @ConfigProperty(name = "quayside.slow-clients.body") Duration bodyTimeout,
            @ConfigProperty(name = "quayside.slow-clients.idle") Duration idleTimeout) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.bodyTimeout = bodyTimeout;
        this.idleTimeout = idleTimeout;
        this.webSockets = webSockets;
        this.means = new Passage.Means(vertx, problems, new LingeringClose(vertx));
    }

    /** Whether its client has gone, or reset its stream: nobody waits for an answer, and its body cannot be read any more. */
    public static boolean isGivenUp(HttpServerRequest request) {
        return request.response().closed();
    }

    /**
     * Forwards a request and its answer as streams. A service that is away becomes a 502, one that is slow a 504, one that has too much
     * to do a 503, a body past the route's limit a 413, one that comes too slowly a 408. What asks an extension for a WebSocket becomes
     * one when the extension agrees.
     */
    public void forward(HttpServerRequest request, Listener from, Route route, RequestTarget target, Caller caller) {
        if (isGivenUp(request)) {
            return;
        }
        Duration answer = route.answerWithin().orElse(settings.answerTimeout());
        Crossing crossing = new Crossing(
                upstreams.of(route.destination()),
                route,
                route.rewrite(target),
                caller.headers(),
                new Timeouts(settings.waitingTimeout(), answer, bodyTimeout, idleTimeout));
        if (route.destination().isExtension() && Handshake.isAsked(request)) {
            new Tunnel(crossing, caller, request, means, webSockets).open(upstreams.upgraded());
            return;
        }
        Passage passage = new Passage(crossing, request, means);
        HttpProxy.reverseProxy(PLAIN, upstreams.client(from))
                .origin(passage)
                .addInterceptor(passage)
                .handle(request);
    }
}
