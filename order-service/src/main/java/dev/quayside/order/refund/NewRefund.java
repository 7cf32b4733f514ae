package dev.quayside.order.refund;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund that is asked for.
 *
 * @param amount minor units of the order's currency
 * @param units empty for a refund by amount
 * @param shippingAmount what of the amount is for shipping, null when shipping is not in it
 * @param restock whether the units go back on the shelf
 */
public record NewRefund(
        UUID id,
        UUID orderId,
        long amount,
        List<RefundedUnits> units,
        @Nullable Long shippingAmount,
        boolean restock,
        RefundReason reason,
        @Nullable String note) {}
