package dev.quayside.payment.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.Grant;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.RefundStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a subscriber is told: the whole state at a version, amounts as totals in minor units. */
record PaymentStateMessage(
        long version,
        PaymentStatus status,
        @Nullable String currency,
        long amount,
        @JsonUnwrapped Grant grant,
        long captured,
        long refunded,
        RefundStatus refundStatus,
        DisputeStatus disputeStatus,
        @Nullable String paymentIntentId,
        @Nullable PaymentError lastError,
        Instant occurredAt) {

    static PaymentStateMessage of(PaymentState state) {
        return new PaymentStateMessage(
                state.version(),
                state.status(),
                state.currency(),
                state.amount(),
                state.grant(),
                state.captured(),
                state.refunded(),
                state.refundStatus(),
                state.disputeStatus(),
                state.paymentIntentId(),
                state.lastError(),
                state.occurredAt());
    }
}
