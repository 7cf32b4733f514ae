package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.quayside.payment.gateway.PaymentError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment's cumulative state: all amounts are totals in minor units, never differences.
 *
 * @param version grows by one with each change of what follows
 * @param currency null for the tombstone of an order that was never opened here
 * @param grant when its money is taken, and what was granted; its members stand beside the others on the wire
 * @param captureAsked how much of the grant is to be captured, or was; null when nothing was asked for
 * @param paymentIntentId Stripe's id, when it is known
 * @param lastError why the last try to pay failed, or Stripe's reason for refusing the payment
 * @param cancelRequested whether the client secret is no longer handed out
 * @param secretGiven when the client secret was first handed out
 * @param createdAt when the order was first heard of
 * @param occurredAt when it came to this version
 */
public record PaymentState(
        UUID orderId,
        long version,
        PaymentStatus status,
        @Nullable String currency,
        long amount,
        @JsonUnwrapped Grant grant,
        @Nullable Long captureAsked,
        long captured,
        long refunded,
        RefundStatus refundStatus,
        DisputeStatus disputeStatus,
        @Nullable String paymentIntentId,
        @Nullable PaymentError lastError,
        boolean cancelRequested,
        @Nullable Instant secretGiven,
        Instant createdAt,
        Instant occurredAt) {

    /** Whether someone may pay it now: only then is the client secret handed out. */
    public boolean isPayable() {
        return status == PaymentStatus.OPEN && !cancelRequested;
    }

    /** Whether subscribers would see the same payment: what only this service needs to know does not count. */
    boolean looksLike(PaymentState other) {
        return facts().equals(other.facts());
    }

    private PaymentState facts() {
        return new PaymentState(
                orderId,
                0,
                status,
                currency,
                amount,
                grant,
                null,
                captured,
                refunded,
                refundStatus,
                disputeStatus,
                paymentIntentId,
                lastError,
                false,
                null,
                createdAt,
                Instant.EPOCH);
    }
}
