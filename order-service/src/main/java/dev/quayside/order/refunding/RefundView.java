package dev.quayside.order.refunding;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundReason;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.RefundedUnits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund as staff sees it.
 *
 * @param items what it is for, each with its part of the amount; empty for a refund by amount or of a cancelled order
 * @param failureReason why no money went back
 * @param restockedAt when its units were back on the shelf
 */
public record RefundView(
        UUID id,
        UUID orderId,
        Money amount,
        List<Item> items,
        boolean includeShipping,
        boolean restock,
        RefundState status,
        RefundReason reason,
        @Nullable String note,
        @Nullable String failureReason,
        @Nullable Instant restockedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Units that are refunded, at what they were charged with discount and tax. */
    public record Item(String sku, int quantity, Money amount) {
        static Item of(RefundedUnits units, Currency currency) {
            return new Item(units.sku(), units.quantity(), new Money(units.amount(), currency));
        }
    }

    static RefundView of(BookedRefund refund, Currency currency) {
        return new RefundView(
                refund.id(),
                refund.orderId(),
                new Money(refund.amount(), currency),
                refund.units().stream().map(units -> Item.of(units, currency)).toList(),
                refund.includeShipping(),
                refund.restock(),
                refund.state(),
                refund.reason(),
                refund.note(),
                refund.failureReason(),
                refund.restockedAt(),
                refund.createdAt(),
                refund.updatedAt());
    }
}
