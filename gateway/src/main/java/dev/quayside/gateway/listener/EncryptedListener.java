package dev.quayside.gateway.listener;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The public listener over TLS, where there is a certificate. Files that change are used for the next connections, without a restart;
 * such as cannot be used are reported and change nothing.
 */
@ApplicationScoped
class EncryptedListener {
    private static final Logger LOG = Logger.getLogger(EncryptedListener.class);

    private final Vertx vertx;
    private final Sockets sockets;
    private final TlsSettings tls;
    private volatile @Nullable Server server;
    private volatile @Nullable CurrentCertificate used;

    EncryptedListener(Vertx vertx, Sockets sockets, TlsSettings tls) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.tls = tls;
    }

    void open(@Observes StartupEvent started) throws Exception {
        if (tls.certificate().isEmpty() && tls.key().isEmpty()) {
            return;
        }
        Certificate certificate = read();
        CurrentCertificate current = new CurrentCertificate(certificate);
        Server opened = sockets.server(sockets.encrypted(sockets.publicHost(), tls.port(), current));
        opened.open();
        used = current;
        server = opened;
        LOG.infof("the public listener is at https://%s:%d with %s", sockets.publicHost(), tls.port(), certificate);
        vertx.setPeriodic(tls.reloadEvery().toMillis(), timer -> vertx.executeBlocking(this::reload, false));
    }

    void close(@Observes ShutdownEvent stopping) {
        Server open = server;
        if (open != null) {
            open.close();
        }
    }

    private Certificate read() {
        Path certificate = tls.certificate()
                .orElseThrow(() -> new IllegalArgumentException("QUAYSIDE_TLS_KEY needs QUAYSIDE_TLS_CERTIFICATE"));
        Path key = tls.key()
                .orElseThrow(() -> new IllegalArgumentException("QUAYSIDE_TLS_CERTIFICATE needs QUAYSIDE_TLS_KEY"));
        return Certificate.read(vertx, certificate, key);
    }

    /** Whether other files are used from now on. */
    boolean reload() {
        CurrentCertificate current = used;
        try {
            Certificate found = read();
            if (current == null || current.isFrom(found)) {
                return false;
            }
            current.exchange(found);
            LOG.infof("new connections get %s", found);
            return true;
        } catch (IllegalArgumentException unreadable) {
            LOG.errorf("the former certificate stays: %s", unreadable.getMessage());
            return false;
        }
    }
}
