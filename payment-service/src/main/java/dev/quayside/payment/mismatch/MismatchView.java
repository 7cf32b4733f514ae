package dev.quayside.payment.mismatch;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.quayside.payment.comparison.Code;
import dev.quayside.payment.comparison.RepairAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mismatch as staff see it.
 *
 * @param subject what it is about: the order, one of Stripe's objects, or a sku
 * @param sides what each side said, as {@code order}, {@code ledger}, {@code stripe} and {@code stock}; one that has nothing is left out
 * @param repair what would mend it; null when a person has to
 * @param advice what that person should do; null when there is a repair
 */
public record MismatchView(
        UUID id,
        UUID runId,
        Code code,
        @Nullable UUID orderId,
        String subject,
        String summary,
        @JsonRawValue String sides,
        @Nullable Repair repair,
        @Nullable String advice,
        MismatchStatus status,
        @Nullable String failure,
        Instant foundAt,
        @Nullable Instant repairedAt) {
    /** What can be done, and what that does. */
    public record Repair(RepairAction action, String description) {}
}
