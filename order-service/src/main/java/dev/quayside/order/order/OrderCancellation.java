package dev.quayside.order.order;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.order.cart.CartPurchases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The transactions of a cancellation: it is asked for, and, when payment and stock are settled, finished. */
@ApplicationScoped
public class OrderCancellation {
    private final OrderRepository orders;
    private final CartPurchases carts;
    private final OrderDebts debts;
    private final OrderSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    OrderCancellation(
            OrderRepository orders,
            CartPurchases carts,
            OrderDebts debts,
            OrderSteps steps,
            AuditTrail trail,
            Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.debts = debts;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stores that the order is to be cancelled, and why; from then on its client secret is not handed out. Asked for already, or done,
     * is a success. 409 {@code order_not_cancellable} when it can no longer be.
     */
    @Transactional
    public OrderState request(UUID orderId, CancelReason reason) {
        Order order = orders.locked(orderId);
        if (reason == CancelReason.STAFF) {
            OrderView before = OrderView.of(order);
            cancel(order, reason);
            trail.record("order.cancelled", Subject.of("order", orderId), before, OrderView.of(order));
        } else {
            cancel(order, reason);
        }
        return OrderState.of(order);
    }

    private void cancel(Order order, CancelReason reason) {
        Instant now = clock.instant();
        if (order.requestCancel(reason, now)) {
            debts.oweHeld(order);
            steps.cancelling(order.id, "asked-" + now.toEpochMilli(), now);
        }
    }

    /** Sends an order that was not paid in time down the same road; one that is paid, or not due yet, stays as it is. */
    @Transactional
    public OrderState expire(UUID orderId) {
        Order order = orders.locked(orderId);
        if (order.status == OrderStatus.AWAITING_PAYMENT
                && order.expiresAt != null
                && !order.expiresAt.isAfter(clock.instant())) {
            return request(orderId, CancelReason.EXPIRED);
        }
        return OrderState.of(order);
    }

    /** Ends a cancellation. The cart of an order that was never paid is open again; that of a paid one stays closed. */
    @Transactional
    public OrderState finish(UUID orderId) {
        Order order = orders.locked(orderId);
        if (order.status == OrderStatus.CANCELLING) {
            order.finishCancel(clock.instant());
            if (order.payment.captured == 0) {
                carts.reopen(order.cartId, orderId);
            } else {
                carts.close(order.cartId, orderId);
            }
        }
        return OrderState.of(order);
    }
}
