package dev.quayside.payment.staging;

import java.util.UUID;

/**
 * Something that a side says of an order.
 *
 * @param objectId Stripe's id, or the order's
 * @param facts the side's own record
 */
public record Row(UUID orderId, Side side, String objectId, Object facts) {
    /** An order that has to be looked at again. */
    public static Row suspect(UUID orderId) {
        return new Row(orderId, Side.SUSPECT, "", "");
    }
}
