package dev.quayside.payment.operation;

import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.Patience;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operation as others see it. */
public record OperationView(
        UUID id,
        @Nullable UUID orderIdOrNull,
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

    /** The payment's order; throws for an operation about a customer. */
    public UUID orderId() {
        return Objects.requireNonNull(orderIdOrNull, "the operation is not about a payment");
    }

    /** What a person would look for: the order, or what else it is about. */
    public UUID owner() {
        return orderIdOrNull == null ? subject : orderIdOrNull;
    }

    public boolean isSettled() {
        return state.isSettled();
    }

    /** This sending, as the gateway needs it; the row counts it already. */
    public Attempt attempt(Patience patience) {
        return new Attempt(key, attempts <= 1, patience);
    }
}
