package dev.quayside.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Where limits are counted: in Redis for all instances, or, while Redis is away, in this process for itself. Which of both it is shows
 * in the metric {@code gateway.limits.shared}.
 */
@ApplicationScoped
public class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final Clock clock;
    private final Counter alone;
    private final AtomicLong askAgainAt = new AtomicLong();
    private volatile boolean away;

    Counting(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.alone = Counter.builder("gateway.limits.local")
                .description("Tries that this process counted by itself because Redis did not answer")
                .register(registry);
        registry.gauge("gateway.limits.shared", this, self -> self.away ? 0 : 1);
    }

    /** Asks Redis, or this process. Never fails for Redis' sake. */
    public <T> Uni<T> ask(Supplier<Uni<T>> shared, Supplier<T> local) {
        if (!mayAsk()) {
            return Uni.createFrom().item(() -> byMyself(local));
        }
        return shared.get().onItem().invoke(this::back).onFailure().recoverWithItem(failure -> {
            gone(failure);
            return byMyself(local);
        });
    }

    /** While Redis is away, one question in five seconds finds out whether it is back; the others do not wait for it. */
    private boolean mayAsk() {
        if (!away) {
            return true;
        }
        long now = clock.millis();
        long at = askAgainAt.get();
        return now >= at && askAgainAt.compareAndSet(at, now + AWAY.toMillis());
    }

    private <T> T byMyself(Supplier<T> local) {
        alone.increment();
        return local.get();
    }

    private void gone(Throwable failure) {
        askAgainAt.set(clock.millis() + AWAY.toMillis());
        if (!away) {
            away = true;
            LOG.warnf("Redis does not answer, limits are counted in this process: %s", failure.toString());
        }
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("Redis answers again, limits are counted for all instances");
        }
    }
}
