package dev.quayside.catalog.picture;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Where pictures are decoded, one after the other: uploads and renditions together, because one may take half of the heap. */
@ApplicationScoped
class Workbench {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(1, true);

    /** Does it when there is a place, within 20 s, which is less than the gateway waits; else 503 {@code busy}. */
    <T> T wait(Supplier<T> work) {
        boolean taken;
        try {
            taken = places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            taken = false;
        }
        if (!taken) {
            throw new ProblemException(CommonProblem.BUSY, "other images are being read; send it again")
                    .withHeader("Retry-After", "5");
        }
        return done(work);
    }

    /** Does it if there is a place now. */
    <T> Optional<T> now(Supplier<T> work) {
        return places.tryAcquire() ? Optional.of(done(work)) : Optional.empty();
    }

    private <T> T done(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
