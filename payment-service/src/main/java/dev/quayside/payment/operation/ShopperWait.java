package dev.quayside.payment.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries a thing that another may be doing at the same moment, or whose answer was lost, for as long as a shopper waits. Outside a
 * transaction.
 */
@ApplicationScoped
public class ShopperWait {
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 800;

    private final Duration limit;

    ShopperWait(@ConfigProperty(name = "quayside.stripe.shopper-limit") Duration limit) {
        this.limit = limit;
    }

    /** What an attempt has brought, or empty when none did in time. An attempt that has begun is waited for. */
    public <T> Optional<T> until(Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            Optional<T> found = attempt.get();
            if (found.isPresent() || System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) - end > 0) {
                return found;
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Stripe", e);
        }
    }
}
