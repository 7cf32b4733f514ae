package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative state of an order's payment, as payment-service tells it.
 *
 * @param version grows with every change; what has an older or the same one is known already
 * @param currency null for a payment that was cancelled before it was opened
 * @param authorized minor units that the issuer has granted, as are {@code captured} and {@code refunded}
 * @param captureBefore when the grant ends; null when none stands
 */
public record PaymentReport(
        long version,
        PaymentState state,
        @Nullable Currency currency,
        long authorized,
        @Nullable Instant captureBefore,
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
