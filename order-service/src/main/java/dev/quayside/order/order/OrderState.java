package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order at one moment, for those who drive it on.
 *
 * @param customerId who buys; null for a guest
 * @param abandonedBecause the problem that ended the checkout, as JSON
 * @param secretGiven whether somebody may hold the payment's client secret
 * @param refundFailed whether a person has to see to the money
 * @param capture null when the money is taken as soon as it is paid
 */
public record OrderState(
        UUID id,
        @Nullable UUID customerId,
        OrderStatus status,
        Currency currency,
        List<PricedLine> lines,
        Totals totals,
        BigDecimal taxRate,
        Instant createdAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable String abandonedBecause,
        @Nullable String number,
        boolean secretGiven,
        @Nullable PaymentState payment,
        long captured,
        long refunded,
        boolean refundFailed,
        DisputeStatus dispute,
        CardChoice card,
        @Nullable ManualCapture capture) {

    static OrderState of(Order order) {
        return new OrderState(
                order.id,
                order.customerId,
                order.status,
                order.amounts.in(),
                order.pricedLines(),
                order.amounts.totals(),
                order.amounts.taxRate,
                order.createdAt,
                order.cancellation == null ? null : order.cancellation.requestedAt(),
                order.abandonedBecause,
                order.number,
                order.payment.secretGivenAt != null,
                order.payment.state,
                order.payment.captured,
                order.payment.refunded,
                order.payment.refundFailed(),
                order.payment.dispute,
                order.payment.card(),
                ManualCapture.of(order.payment, order.amounts.in()));
    }

    /** Money that the shop holds for the order. */
    public Money held() {
        return new Money(captured - refunded, currency);
    }

    /** Whether the issuer has granted its money, and it is not taken at once. */
    public boolean wasAuthorized() {
        return capture != null && !capture.authorized().isZero();
    }

    /** Whether an amount, or all that was authorised when it is null, has been captured. */
    public boolean hasCaptured(@Nullable Money amount) {
        return capture != null && capture.captured().equals(amount == null ? capture.authorized() : amount);
    }

    /** Whether the shop has asked for a capture that is not settled. */
    public boolean owesCapture() {
        return capture != null
                && capture.requested() != null
                && payment == PaymentState.AUTHORIZED
                && status.goesAhead();
    }

    public boolean isPayable() {
        return status == OrderStatus.AWAITING_PAYMENT;
    }
}
