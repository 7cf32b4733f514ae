package dev.quayside.payment.mismatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has a mismatch repaired for a person who waits a little for it. The work itself is the durable step's. */
@ApplicationScoped
public class RepairService {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Repairs repairs;
    private final Mismatches mismatches;
    private final Clock clock;
    private final Duration patience;

    RepairService(
            Repairs repairs,
            Mismatches mismatches,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.patience") Duration patience) {
        this.repairs = repairs;
        this.mismatches = mismatches;
        this.clock = clock;
        this.patience = patience;
    }

    /** The mismatch as soon as its repair has an outcome, or as it is after a while. */
    MismatchView repair(UUID id) {
        repairs.ask(id);
        Instant end = clock.instant().plus(patience);
        MismatchView mismatch = mismatches.get(id);
        while (mismatch.status() == MismatchStatus.REPAIRING && clock.instant().isBefore(end)) {
            pause();
            mismatch = mismatches.get(id);
        }
        return mismatch;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a repair", e);
        }
    }
}
