package dev.quayside.payment.operation;

import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.Patience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as others see it. */
public record OperationView(
        UUID id,
        UUID orderId,
        UUID subject,
        OperationKind kind,
        String key,
        String params,
        OperationState state,
        @Nullable String objectId,
        int attempts,
        Instant createdAt,
        @Nullable Instant firstSentAt,
        @Nullable Instant lastSentAt) {

    public boolean isSettled() {
        return state.isSettled();
    }

    /** This sending, as the gateway needs it; the row counts it already. */
    public Attempt attempt(Patience patience) {
        return new Attempt(key, attempts <= 1, patience);
    }
}
