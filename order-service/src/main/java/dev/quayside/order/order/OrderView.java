package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.pricing.ItemView;
import dev.quayside.order.pricing.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its owner and the shop's staff see it.
 *
 * @param number for people, such as {@code Q-100001}; null until the stock is held
 * @param disputeStatus whether a cardholder wants the money back through the bank
 * @param capture how far the capture is; null when the money is taken as soon as it is paid
 * @param taxRate 0.20 for 20 %
 * @param expiresAt until when it can be paid
 */
public record OrderView(
        UUID id,
        @Nullable String number,
        @Nullable UUID customerId,
        OrderStatus status,
        PaymentStatus paymentStatus,
        DisputeStatus disputeStatus,
        @Nullable ManualCapture capture,
        Currency currency,
        String email,
        Address shippingAddress,
        String shippingMethod,
        List<ItemView> items,
        BigDecimal taxRate,
        Totals totals,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable CancelReason cancelReason,
        @Nullable Instant cancelledAt) {

    static OrderView of(Order order) {
        Cancellation cancellation = order.cancellation;
        return new OrderView(
                order.id,
                order.number,
                order.customerId,
                order.status,
                order.payment.status,
                order.payment.dispute,
                ManualCapture.of(order.payment, order.amounts.in()),
                order.amounts.in(),
                order.delivery.email(),
                order.delivery.address(),
                order.delivery.method(),
                order.pricedLines().stream().map(ItemView::of).toList(),
                order.amounts.taxRate,
                order.amounts.totals(),
                order.createdAt,
                order.updatedAt,
                order.expiresAt,
                cancellation == null ? null : cancellation.requestedAt(),
                cancellation == null ? null : cancellation.reason(),
                cancellation == null ? null : cancellation.finishedAt());
    }
}
