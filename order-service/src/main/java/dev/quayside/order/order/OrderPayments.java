package dev.quayside.order.order;

import dev.quayside.order.cart.CartPurchases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Applies what becomes of an order's payment: by version, and all that follows from it in the same transaction. */
@ApplicationScoped
public class OrderPayments {
    private final OrderRepository orders;
    private final CartPurchases carts;
    private final OrderDebts debts;
    private final OrderSteps steps;
    private final Clock clock;

    OrderPayments(OrderRepository orders, CartPurchases carts, OrderDebts debts, OrderSteps steps, Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.debts = debts;
        this.steps = steps;
        this.clock = clock;
    }

    /** Applies a report, from an event or from the answer to a call. An older or equal version is known and changes nothing. */
    @Transactional
    public OrderState apply(UUID orderId, PaymentReport report) {
        Order order = orders.locked(orderId);
        Instant now = clock.instant();
        if (order.take(report, now)) {
            settle(order, now);
            if (debts.mayHaveMoved(order)) {
                steps.refundsMoved(order.id, occasion(order), now);
            }
        }
        return OrderState.of(order);
    }

    /** Applies a report and says whether the client secret that came with it may be handed out. */
    @Transactional
    public boolean applyAndGiveSecret(UUID orderId, PaymentReport report) {
        apply(orderId, report);
        return orders.locked(orderId).giveSecret(clock.instant());
    }

    /** The refund that the order owes can never succeed. */
    @Transactional
    public OrderState refundHasFailed(UUID orderId) {
        Order order = orders.locked(orderId);
        order.refundHasFailed(clock.instant());
        return OrderState.of(order);
    }

    void settle(Order order, Instant now) {
        switch (order.settle(now)) {
            case NOTHING -> {}
            case CONFIRM -> {
                carts.close(order.cartId, order.id);
                steps.confirmed(order.id);
            }
            case CANCEL -> {
                debts.oweHeld(order);
                steps.cancelling(order.id, occasion(order), now);
            }
            case REFUND -> {
                debts.oweHeld(order);
                steps.refundOwed(order.id, occasion(order), now);
            }
        }
    }

    private static String occasion(Order order) {
        return "payment-" + order.payment.version;
    }
}
