package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative state of an order's payment, as payment-service tells it.
 *
 * @param version grows with every change; what has an older or the same one is known already
 * @param currency null for a payment that was cancelled before it was opened
 * @param captured minor units, as are {@code amount} and {@code refunded}
 */
public record PaymentReport(
        long version,
        PaymentState state,
        @Nullable Currency currency,
        long captured,
        long refunded,
        RefundStatus refundStatus,
        @Nullable String paymentIntentId,
        DisputeStatus dispute) {

    /** Whether the money is in a currency; of a payment that has none it is in none. */
    boolean isIn(Currency expected) {
        return currency != null && currency.equals(expected);
    }
}
