package dev.quayside.order.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.order.CaptureMethod;
import dev.quayside.order.order.CardChoice;
import dev.quayside.order.order.DisputeStatus;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.PaymentReport;
import dev.quayside.order.order.PaymentState;
import dev.quayside.order.order.RefundStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of payment-service's internal API, as far as they are used here. */
final class PaymentWire {
    private PaymentWire() {}

    /** What is null is not sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Open(
            Money amount,
            String description,
            @Nullable UUID customerId,
            @Nullable String paymentMethodId,
            @Nullable Boolean savePaymentMethod,
            @Nullable CaptureMethod capture) {

        static Open of(OrderState order, CardChoice card) {
            return new Open(
                    order.totals().total(),
                    "Order " + order.number(),
                    card.isNone() ? null : order.customerId(),
                    card.paymentMethodId(),
                    card.save() ? Boolean.TRUE : null,
                    order.capture() == null ? null : order.capture().method());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Method(String id) {}

    record Capture(long amount) {}

    record Refund(long amount, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payment(
            long version,
            PaymentState status,
            @Nullable Currency currency,
            @Nullable Long authorized,
            @Nullable Instant captureBefore,
            long captured,
            long refunded,
            RefundStatus refundStatus,
            @Nullable String paymentIntentId,
            @Nullable DisputeStatus disputeStatus,
            @Nullable String clientSecret,
            @Nullable String publishableKey,
            @Nullable String stripeApiBase,
            @Nullable PaymentError lastError) {

        /** Without the client secret: this may end up in a log. */
        @Override
        public String toString() {
            return "Payment[" + status.code() + " v" + version + "]";
        }

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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refunded(UUID id, RefundStatus status, @Nullable String failureReason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer<T>(T data) {}
}
