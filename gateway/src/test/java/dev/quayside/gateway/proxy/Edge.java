package dev.quayside.gateway.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.gateway.extension.Access;
import dev.quayside.gateway.extension.Extension;
import dev.quayside.gateway.extension.Extensions;
import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.gateway.route.Destination;
import dev.quayside.gateway.route.Listener;
import dev.quayside.gateway.route.RequestTarget;
import dev.quayside.gateway.route.Route;
import dev.quayside.gateway.route.RouteTable;
import dev.quayside.gateway.upstream.Fixtures;
import dev.quayside.gateway.upstream.UpstreamSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final RouteTable routes;
    private final WebSockets webSockets;
    private final HttpServer front;

    /** Limits of WebSockets as a test wants them. */
    record Sockets(int most, int perAddress, Duration idle) implements WebSocketSettings {
        static final Sockets USUAL = new Sockets(16, 16, Duration.ofMinutes(1));
    }

    /** An instance that a test can stop and start. */
    final class Backend {
        final AtomicInteger requests = new AtomicInteger();
        private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
        private final Handler<HttpServerRequest> handler;
        private HttpServer server;

        Backend(Handler<HttpServerRequest> handler) {
            this.handler = handler;
            this.server = listen(0);
        }

        private HttpServer listen(int port) {
            return join(vertx.createHttpServer()
                    .connectionHandler(connections::add)
                    .requestHandler(request -> {
                        requests.incrementAndGet();
                        handler.handle(request);
                    })
                    .listen(port, "127.0.0.1"));
        }

        /** All that there ever were. */
        Set<HttpConnection> connections() {
            return connections;
        }

        /** Breaks all connections off. */
        void cut() {
            for (HttpConnection connection : connections) {
                ((ConnectionBase) connection).channel().close().syncUninterruptibly();
            }
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

    /** For WebSockets, which are the extension's whose instances these are as well. */
    Edge(WebSocketSettings webSockets, List<Handler<HttpServerRequest>> instances) {
        this(settings -> settings.answering(Duration.ofSeconds(2)), instances, Duration.ofMinutes(1), webSockets);
    }

    /** For clients that take nothing of an answer for so long. */
    Edge(UnaryOperator<Fixtures.Settings> settings, List<Handler<HttpServerRequest>> instances, Duration idleTimeout) {
        this(settings, instances, idleTimeout, Sockets.USUAL);
    }

    private Edge(
            UnaryOperator<Fixtures.Settings> settings,
            List<Handler<HttpServerRequest>> instances,
            Duration idleTimeout,
            WebSocketSettings webSocketSettings) {
        instances.forEach(handler -> backends.add(new Backend(handler)));
        List<URI> urls = backends.stream().map(Backend::url).toList();
        UpstreamSettings chosen = settings.apply(Fixtures.Settings.of(urls));
        List<Extension> extensions = List.of(new Extension("chat", urls, Access.PUBLIC));
        routes = new RouteTable(new Extensions(extensions));
        webSockets = new WebSockets(webSocketSettings, new SimpleMeterRegistry());
        Forwarder forwarder = new Forwarder(
                Fixtures.upstreams(vertx, chosen, extensions),
                chosen,
                vertx,
                new ProblemBodies(new ObjectMapper().findAndRegisterModules()),
                webSockets,
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

    private void forward(Forwarder forwarder, HttpServerRequest request) {
        RequestTarget target = RequestTarget.of(request.uri());
        Caller caller = new Caller("127.0.0.1", Map.of("X-Forwarded-For", "203.0.113.9"));
        forwarder.forward(request, Listener.PUBLIC, route(target), target, caller);
    }

    private Route route(RequestTarget target) {
        if (target.path().startsWith("/v1/")) {
            return routes.decide(Listener.PUBLIC, target);
        }
        return target.path().startsWith("/small") ? SMALL : ANY;
    }

    private static Route route(String path, long maxBody) {
        return new Route(
                path,
                true,
                path,
                Destination.CATALOG,
                Route.Tokens.IGNORED,
                maxBody,
                false,
                false,
                Optional.empty(),
                Access.PUBLIC);
    }

    /** Requests that have come. */
    int entered() {
        return entered.get();
    }

    /** Those whose client has given them up. */
    int givenUp() {
        return givenUp.get();
    }

    /** Those that are open, and what ends them. */
    WebSockets webSockets() {
        return webSockets;
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
