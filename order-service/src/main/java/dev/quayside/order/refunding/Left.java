package dev.quayside.order.refunding;

import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import java.util.List;

/**
 * What can still be refunded of an order, in minor units.
 *
 * <p>What the payment calls refunded has everything that was refunded elsewhere and all own refunds that are known to have succeeded, as
 * those are settled together with it. Whether it has a pending one too cannot be told, so there are two answers until that is settled.
 *
 * @param certain what is left whatever the payment's figure has in it: this much may be reserved
 * @param possible what is left if the figure has the pending refunds in it
 */
record Left(long certain, long possible) {

    static Left of(long captured, long refunded, List<BookedRefund> booked) {
        long pending = sum(booked, RefundState.PENDING);
        long succeeded = sum(booked, RefundState.SUCCEEDED);
        return new Left(
                Math.max(0, captured - refunded - pending),
                Math.max(0, captured - Math.max(refunded, succeeded + pending)));
    }

    private static long sum(List<BookedRefund> booked, RefundState state) {
        return booked.stream()
                .filter(refund -> refund.state() == state)
                .mapToLong(BookedRefund::amount)
                .sum();
    }
}
