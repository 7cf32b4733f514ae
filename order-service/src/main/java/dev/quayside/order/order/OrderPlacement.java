package dev.quayside.order.order;

import dev.quayside.order.cart.CartPurchases;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The transactions of a checkout: an order is written, then placed on held stock or abandoned. Each does nothing a second time. */
@ApplicationScoped
public class OrderPlacement {
    private final OrderRepository orders;
    private final OrderPayments payments;
    private final CartPurchases carts;
    private final OrderSteps steps;
    private final Clock clock;
    private final Duration paymentWindow;

    OrderPlacement(
            OrderRepository orders,
            OrderPayments payments,
            CartPurchases carts,
            OrderSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.order.payment-window") Duration paymentWindow) {
        this.orders = orders;
        this.payments = payments;
        this.carts = carts;
        this.steps = steps;
        this.clock = clock;
        this.paymentWindow = paymentWindow;
    }

    /** Writes the order and locks its cart, in the caller's transaction, which has the cart's row. */
    @Transactional(TxType.MANDATORY)
    public void start(NewOrder agreed) {
        Instant now = clock.instant();
        orders.persist(Order.placing(agreed, now));
        carts.buy(agreed.cartId(), agreed.id());
        steps.started(agreed.id(), now);
    }

    /**
     * Places the order on the stock that is held for it; the totals are of that stock's prices and equal what was agreed to. An order
     * that is not being placed any more stays as it is.
     */
    @Transactional
    public OrderState place(UUID orderId, List<PricedLine> held, Totals totals) {
        Order order = orders.locked(orderId);
        if (order.status == OrderStatus.PLACING) {
            Instant now = clock.instant();
            Instant expiry = now.plus(paymentWindow);
            order.place(held, totals, orders.nextNumber(), expiry, now);
            steps.placed(orderId, now, expiry);
            payments.settle(order, now);
        }
        return OrderState.of(order);
    }

    /**
     * Ends the order before it could be paid: whatever it holds is released and its cart is open again.
     *
     * @param because the problem that every caller of this checkout gets, as JSON
     */
    @Transactional
    public OrderState abandon(UUID orderId, String because) {
        Order order = orders.locked(orderId);
        if (order.status == OrderStatus.PLACING) {
            Instant now = clock.instant();
            order.abandon(because, now);
            carts.reopen(order.cartId, orderId);
            steps.abandoned(orderId);
            payments.settle(order, now);
        }
        return OrderState.of(order);
    }
}
