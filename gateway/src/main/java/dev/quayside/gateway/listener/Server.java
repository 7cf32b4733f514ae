package dev.quayside.gateway.listener;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One listening socket, served by every event loop. */
final class Server {
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final HttpServerOptions options;
    private final Patience patience;
    private final ProblemBodies problems;
    private @Nullable String deployment;

    Server(Vertx vertx, HttpServerOptions options, Patience patience, ProblemBodies problems) {
        this.vertx = vertx;
        this.options = options;
        this.patience = patience;
        this.problems = problems;
    }

    /** Opens it and returns when it listens. Blocks. */
    void open() throws Exception {
        DeploymentOptions onEveryLoop =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        deployment = vertx.deployVerticle(OnOneLoop::new, onEveryLoop)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Closes the socket and what is still connected. */
    void close() {
        String open = deployment;
        if (open != null) {
            deployment = null;
            var unused = vertx.undeploy(open);
        }
    }

    private final class OnOneLoop extends AbstractVerticle {
        @Override
        public void start(Promise<Void> listening) {
            HeadWatch watch = new HeadWatch(patience.firstHead(), patience.nextHead());
            vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> watch.look());
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(watch::opened)
                    .requestHandler(request -> {
                        if (watch.brought(request)) {
                            serve(request);
                        }
                    });
            server.listen().<Void>mapEmpty().onComplete(listening);
        }
    }

    /** Behind this the framework would refuse a request without a host in words of its own. */
    private void serve(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2
                || request.headers().getAll(HttpHeaders.HOST).size() == 1) {
            VertxHttpRecorder.getRootHandler().handle(request);
            return;
        }
        ProblemException problem = new ProblemException(CommonProblem.MALFORMED_REQUEST, "send one Host header");
        var unused = request.response()
                .setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problems.write(problem, request))
                .onComplete(sent -> request.connection().close());
    }
}
