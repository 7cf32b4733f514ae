package dev.quayside.gateway.listener;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The listener for the shop's services, with an HTTP server of its own. Its requests go through the same door as all others. */
@ApplicationScoped
class InternalListener {
    private static final Logger LOG = Logger.getLogger(InternalListener.class);

    private final Server server;
    private final String address;

    InternalListener(
            Sockets sockets,
            @ConfigProperty(name = "quayside.internal.host") String host,
            @ConfigProperty(name = "quayside.internal.port") int port) {
        this.server = sockets.server(sockets.plain(host, port));
        this.address = host + ":" + port;
    }

    void open(@Observes StartupEvent started) throws Exception {
        server.open();
        LOG.infof("the internal listener is at http://%s", address);
    }

    void close(@Observes ShutdownEvent stopping) {
        server.close();
    }
}
