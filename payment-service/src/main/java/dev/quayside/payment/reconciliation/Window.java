package dev.quayside.payment.reconciliation;

import dev.quayside.payment.shop.IdOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * The span that is compared: orders that were made in it. Orders' ids begin with their time, so a span of time is a span of ids.
 *
 * @param from the first moment
 * @param to the first moment behind it
 */
record Window(Instant from, Instant to) {
    UUID first() {
        return IdOrder.at(from);
    }

    boolean contains(UUID orderId) {
        return IdOrder.compare(orderId, first()) >= 0 && IdOrder.compare(orderId, IdOrder.at(to)) < 0;
    }

    boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
