package dev.quayside.order.order;

import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an order that is over owes back. It is written once, so it is only written when it is certain: what the payment holds may, or may
 * not, have in it what a pending refund is giving back.
 */
@ApplicationScoped
public class OrderDebts {
    private final OrderRepository orders;
    private final Refunds refunds;

    OrderDebts(OrderRepository orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /**
     * Owes what is left beside refunds that were asked for and are pending, for an order in cancellation or over. Nothing is written
     * unless it is certain: when the payment has changed since it was seen, or another refund is pending now.
     *
     * @param seen the version of the payment that was read
     * @param pending the refunds that payment-service called pending after that: what was read does not have them
     * @return whether what is left is written, or nothing is; else it has to be asked again
     */
    @Transactional
    public boolean oweRest(UUID orderId, long seen, Set<UUID> pending) {
        Order order = orders.locked(orderId);
        List<BookedRefund> reserved = refunds.pending(orderId);
        Set<UUID> ids = reserved.stream().map(BookedRefund::id).collect(Collectors.toSet());
        if (!order.payment.isAt(seen) || !ids.equals(pending)) {
            return false;
        }
        long rest = order.payment.held()
                - reserved.stream().mapToLong(BookedRefund::amount).sum();
        if (rest > 0 && order.status.givesBack()) {
            refunds.oweForCancellation(orderId, rest);
        }
        return true;
    }

    /** Owes all that a locked order holds, unless a refund is pending: then {@link #oweRest} does, when that is certain. */
    void oweHeld(Order order) {
        if (order.payment.held() <= 0) {
            return;
        }
        if (!order.payment.dispute.forbidsRefunds()) {
            refunds.oweAgainAfterDispute(order.id);
        }
        if (refunds.pending(order.id).isEmpty()) {
            refunds.oweForCancellation(order.id, order.payment.held());
        }
    }

    /** Whether news of the payment may be news of one of the order's refunds. */
    boolean mayHaveMoved(Order order) {
        return order.payment.refund == RefundStatus.FAILED
                || !refunds.pending(order.id).isEmpty();
    }
}
