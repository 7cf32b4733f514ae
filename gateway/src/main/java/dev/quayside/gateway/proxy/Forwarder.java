package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.RequestTarget;
import dev.quayside.gateway.route.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends requests that were let in to the services behind the gateway. */
@ApplicationScoped
public class Forwarder {
    private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);

    private final Upstreams upstreams;
    private final ProblemBodies problems;
    private final LingeringClose closing;
    private final Timeouts timeouts;
    private final Timeouts ofStreams;

    Forwarder(
            Upstreams upstreams,
            ProblemBodies problems,
            LingeringClose closing,
            @ConfigProperty(name = "quayside.upstream.connect-timeout") Duration connectTimeout,
            @ConfigProperty(name = "quayside.upstream.answer-timeout") Duration answerTimeout,
            @ConfigProperty(name = "quayside.upstream.stream-timeout") Duration streamTimeout) {
        this.upstreams = upstreams;
        this.problems = problems;
        this.closing = closing;
        this.timeouts = new Timeouts(connectTimeout, answerTimeout);
        this.ofStreams = new Timeouts(connectTimeout, streamTimeout);
    }

    /**
     * Forwards a request and its answer as streams. A service that is away becomes a 502, one that is slow a 504, a body past the
     * route's limit a 413.
     *
     * @param headers that the gateway vouches for: who calls, from where, under which request id
     */
    public void forward(
            HttpServerRequest request, Listener from, Route route, RequestTarget target, Map<String, String> headers) {
        Crossing crossing = new Crossing(
                upstreams.of(route.destination()), route.rewrite(target), headers, route.maxBody(), route.label());
        Passage passage = new Passage(crossing, request, route.streaming() ? ofStreams : timeouts, problems, closing);
        HttpProxy.reverseProxy(PLAIN, upstreams.client(from))
                .origin(passage)
                .addInterceptor(passage)
                .handle(request);
    }
}
