package dev.quayside.gateway.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.RequestTarget;
import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.upstream.Fixtures;
import dev.quayside.gateway.upstream.UpstreamSettings;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The way from a listener to instances of one service, without the door: any path is let in. */
final class Edge implements AutoCloseable {
    static final Duration BODY_TIMEOUT = Duration.ofMillis(500);
    /** Below {@code /small}; elsewhere there is no limit. */
    static final int SMALL_BODY = 1 << 16;
    /** Forwarded when its client has given it up, as if it had taken so long to know who calls. */
    static final String LATE = "/any/late";

    private static final Route ANY = route("/any", Long.MAX_VALUE);
    private static final Route SMALL = route("/small", SMALL_BODY);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final List<Backend> backends = new ArrayList<>();
    private final HttpServer front;

    /** An instance that a test can stop and start. */
    final class Backend {
        final AtomicInteger requests = new AtomicInteger();
        private final Handler<HttpServerRequest> handler;
        private HttpServer server;

        Backend(Handler<HttpServerRequest> handler) {
            this.handler = handler;
            this.server = listen(0);
        }

        private HttpServer listen(int port) {
            return join(vertx.createHttpServer()
                    .requestHandler(request -> {
                        requests.incrementAndGet();
                        handler.handle(request);
                    })
                    .listen(port, "127.0.0.1"));
        }

        void stop() {
            join(server.close());
        }

        void start() {
            server = listen(server.actualPort());
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.actualPort());
        }
    }

    Edge(UnaryOperator<Fixtures.Settings> settings, List<Handler<HttpServerRequest>> instances) {
        this(settings, instances, Duration.ofMinutes(1));
    }

    /** For clients that take nothing of an answer for so long. */
    Edge(UnaryOperator<Fixtures.Settings> settings, List<Handler<HttpServerRequest>> instances, Duration idleTimeout) {
        instances.forEach(handler -> backends.add(new Backend(handler)));
        UpstreamSettings chosen = settings.apply(
                Fixtures.Settings.of(backends.stream().map(Backend::url).toList()));
        Forwarder forwarder = new Forwarder(
                Fixtures.upstreams(vertx, chosen),
                chosen,
                vertx,
                new ProblemBodies(new ObjectMapper().findAndRegisterModules()),
                BODY_TIMEOUT,
                idleTimeout);
        front = join(vertx.createHttpServer()
                .requestHandler(request -> {
                    request.pause();
                    entered.incrementAndGet();
                    boolean late = request.path().equals(LATE);
                    request.response().closeHandler(gone -> {
                        givenUp.incrementAndGet();
                        if (late) {
                            forward(forwarder, request);
                        }
                    });
                    if (!late) {
                        forward(forwarder, request);
                    }
                })
                .listen(0, "127.0.0.1"));
    }

    private static void forward(Forwarder forwarder, HttpServerRequest request) {
        Route route = request.path().startsWith("/small") ? SMALL : ANY;
        forwarder.forward(request, Listener.PUBLIC, route, RequestTarget.of(request.uri()), Map.of());
    }

    private static Route route(String path, long maxBody) {
        return new Route(
                path, true, path, Destination.CATALOG, Route.Tokens.IGNORED, maxBody, false, false, Optional.empty());
    }

    /** Requests that have come. */
    int entered() {
        return entered.get();
    }

    /** Those whose client has given them up. */
    int givenUp() {
        return givenUp.get();
    }

    Backend backend(int index) {
        return backends.get(index);
    }

    int port() {
        return front.actualPort();
    }

    Vertx vertx() {
        return vertx;
    }

    static <T> T join(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        join(vertx.close());
    }
}
