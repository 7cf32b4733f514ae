package dev.quayside.payment.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.quayside.payment.payment.Grant;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.RefundStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as another service compares it with its own records; amounts in minor units. */
public record AuditedPaymentView(
        UUID orderId,
        PaymentStatus status,
        @Nullable String currency,
        long amount,
        @JsonUnwrapped Grant grant,
        long captured,
        long refunded,
        RefundStatus refundStatus,
        long version) {

    static AuditedPaymentView of(PaymentState state) {
        return new AuditedPaymentView(
                state.orderId(),
                state.status(),
                state.currency(),
                state.amount(),
                state.grant(),
                state.captured(),
                state.refunded(),
                state.refundStatus(),
                state.version());
    }
}
