package dev.quayside.order.payment;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderSteps;
import dev.quayside.order.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens the payment of an order whose checkout could not; the shopper gets the secret when asking for the payment. */
@ApplicationScoped
class OpenPaymentStep implements DurableStep {
    private final PayerDesk desk;
    private final Orders orders;
    private final OrderPayments orderPayments;

    OpenPaymentStep(PayerDesk desk, Orders orders, OrderPayments orderPayments) {
        this.desk = desk;
        this.orders = orders;
        this.orderPayments = orderPayments;
    }

    @Override
    public String name() {
        return OrderSteps.OPEN_PAYMENT;
    }

    @Override
    public Outcome run(UUID orderId) {
        OrderState order = orders.state(orderId);
        if (order.isPayable() && order.payment() == null) {
            orderPayments.apply(orderId, desk.open(order).report());
        }
        return Outcome.DONE;
    }
}
