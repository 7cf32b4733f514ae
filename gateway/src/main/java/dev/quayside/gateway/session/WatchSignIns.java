package dev.quayside.gateway.session;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has the ended sign-ins looked for again and again, in every instance. While the database is away, tokens end by their short life. */
@ApplicationScoped
class WatchSignIns {
    private static final Logger LOG = Logger.getLogger(WatchSignIns.class);

    private final Vertx vertx;
    private final EndedSignIns ended;
    private final Duration every;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean blind;
    private volatile long timer;

    WatchSignIns(
            Vertx vertx, EndedSignIns ended, @ConfigProperty(name = "quayside.sign-ins.look-every") Duration every) {
        this.vertx = vertx;
        this.ended = ended;
        this.every = every;
    }

    /** Looks before the first request comes: the other instances may have refused for minutes what is not known here yet. */
    void start(@Observes StartupEvent started) {
        try {
            ended.look();
        } catch (RuntimeException failure) {
            failed(failure);
        }
        timer = vertx.setPeriodic(every.toMillis(), due -> begin());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** A look that takes long is waited for rather than joined by others. */
    private void begin() {
        if (looking.compareAndSet(false, true)) {
            var unused = vertx.executeBlocking(
                            () -> {
                                ended.look();
                                return true;
                            },
                            false)
                    .onSuccess(looked -> blind = false)
                    .onFailure(this::failed)
                    .onComplete(done -> looking.set(false));
        }
    }

    private void failed(Throwable failure) {
        if (!blind) {
            blind = true;
            LOG.warnf("ended sign-ins cannot be looked for; access tokens are good until they expire: %s", failure);
        }
    }
}
