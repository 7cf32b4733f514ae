package dev.quayside.payment.reconciliation;

import dev.quayside.payment.mismatch.MismatchCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as staff see it. */
public record RunView(
        UUID id,
        RunStatus status,
        @Nullable String failure,
        Trigger trigger,
        Instant from,
        Instant to,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Compared compared,
        MismatchCounts mismatches) {
    /** How many things were looked at. */
    public record Compared(long orders, long payments, long stripeObjects, long reservations) {}
}
