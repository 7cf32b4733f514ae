package dev.quayside.payment.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.quayside.payment.gateway.PaymentError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as other services see it; amounts are totals in minor units.
 *
 * @param grant when the money is taken, and what was granted; its members stand beside the others on the wire
 * @param clientSecret what lets the storefront pay, or null when it cannot be paid or Stripe did not answer
 * @param stripeApiBase where the storefront sends the card
 */
public record PaymentView(
        UUID orderId,
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
        @Nullable String clientSecret,
        String publishableKey,
        String stripeApiBase,
        @Nullable PaymentError lastError) {

    /** Without the client secret: this ends up in logs. */
    @Override
    public String toString() {
        return "PaymentView[" + orderId + " " + status + " v" + version + "]";
    }
}
