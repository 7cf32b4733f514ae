package dev.quayside.gateway.listener;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What the world reaches in clear text, or through a proxy that speaks TLS for it. Quarkus' own server is not started. */
@ApplicationScoped
class PublicListener {
    private static final Logger LOG = Logger.getLogger(PublicListener.class);

    private final Server server;
    private final String address;

    PublicListener(Sockets sockets, VertxHttpConfig http) {
        int port = http.determinePort(LaunchMode.current());
        this.server = sockets.server(sockets.shared(sockets.publicHost(), port));
        this.address = sockets.publicHost() + ":" + port;
    }

    void open(@Observes StartupEvent started) throws Exception {
        server.open();
        LOG.infof("the public listener is at http://%s", address);
    }

    void close(@Observes ShutdownEvent stopping) {
        server.close();
    }
}
