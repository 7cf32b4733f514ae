package dev.quayside.catalog.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Whether Redis is worth asking: while it is away, one question a second finds out whether it is back. */
@ApplicationScoped
class Reachability {
    private static final Logger LOG = Logger.getLogger(Reachability.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final AtomicLong askAgainAt = new AtomicLong();
    private volatile boolean away;

    @Inject
    Reachability() {
        this(System::nanoTime);
    }

    Reachability(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean mayBeAsked() {
        if (!away) {
            return true;
        }
        long now = nanos.getAsLong();
        long at = askAgainAt.get();
        return now - at >= 0 && askAgainAt.compareAndSet(at, now + PAUSE);
    }

    void answered() {
        if (away) {
            away = false;
            LOG.info("Redis answers again, instances share answers");
        }
    }

    void failed(Throwable failure) {
        askAgainAt.set(nanos.getAsLong() + PAUSE);
        if (!away) {
            away = true;
            LOG.warnf("Redis does not answer, each instance keeps answers for itself: %s", failure.toString());
        }
    }
}
