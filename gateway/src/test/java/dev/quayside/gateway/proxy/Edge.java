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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The way from a listener to instances of one service, without the door: any path is let in. */
final class Edge implements AutoCloseable {
    static final Duration BODY_TIMEOUT = Duration.ofMillis(500);
    private static final Route ANY = new Route(
            "/any",
            true,
            "/any",
            Destination.CATALOG,
            Route.Tokens.IGNORED,
            Long.MAX_VALUE,
            false,
            false,
            Optional.empty());

    private final Vertx vertx = Vertx.vertx();
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
        instances.forEach(handler -> backends.add(new Backend(handler)));
        UpstreamSettings chosen = settings.apply(
                Fixtures.Settings.of(backends.stream().map(Backend::url).toList()));
        Forwarder forwarder = new Forwarder(
                Fixtures.upstreams(vertx, chosen),
                chosen,
                vertx,
                new ProblemBodies(new ObjectMapper().findAndRegisterModules()),
                BODY_TIMEOUT);
        front = join(vertx.createHttpServer()
                .requestHandler(request -> {
                    request.pause();
                    forwarder.forward(request, Listener.PUBLIC, ANY, RequestTarget.of(request.uri()), Map.of());
                })
                .listen(0, "127.0.0.1"));
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
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        join(vertx.close());
    }
}
