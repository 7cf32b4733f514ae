package dev.quayside.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.quayside.kit.money.Currency;
import dev.quayside.order.order.DisputeStatus;
import dev.quayside.order.order.PaymentReport;
import dev.quayside.order.order.PaymentState;
import dev.quayside.order.order.RefundStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The cumulative state of a payment, as payment-service sends it for each version. Amounts in minor units. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PaymentEvent(
        @NotNull Long version,
        @NotNull PaymentState status,
        @Nullable Currency currency,
        @Nullable @PositiveOrZero Long authorized,
        @Nullable Instant captureBefore,
        @PositiveOrZero long captured,
        @PositiveOrZero long refunded,
        @NotNull RefundStatus refundStatus,
        @Nullable String paymentIntentId,
        @Nullable DisputeStatus disputeStatus) {

    PaymentReport report() {
        return new PaymentReport(
                version,
                status,
                currency,
                authorized == null ? 0 : authorized,
                captureBefore,
                captured,
                refunded,
                refundStatus,
                paymentIntentId,
                DisputeStatus.orNone(disputeStatus));
    }
}
