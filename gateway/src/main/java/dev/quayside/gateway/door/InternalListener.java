package dev.quayside.gateway.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The listener for the shop's services, with an HTTP server of its own. Its requests go through the same door as all others. */
@ApplicationScoped
class InternalListener {
    private static final Logger LOG = Logger.getLogger(InternalListener.class);
    private static final int IDLE_SECONDS = 60;
    private static final int HEADER_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final String host;
    private final int port;

    InternalListener(
            Vertx vertx,
            @ConfigProperty(name = "quayside.internal.host") String host,
            @ConfigProperty(name = "quayside.internal.port") int port) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
    }

    void open(@Observes StartupEvent started) throws Exception {
        DeploymentOptions onEveryLoop =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(() -> new Server(options()), onEveryLoop)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        LOG.infof("the internal listener is at http://%s:%d", host, port);
    }

    void close(@Observes ShutdownEvent stopping) {
        LOG.debug("the internal listener closes with its event loops, after the requests that are under way");
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES)
                .setHttp2ClearTextEnabled(false);
    }

    private static final class Server extends AbstractVerticle {
        private final HttpServerOptions options;

        Server(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void start(Promise<Void> listening) {
            vertx.createHttpServer(options)
                    .requestHandler(
                            request -> VertxHttpRecorder.getRootHandler().handle(request))
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(listening);
        }
    }
}
