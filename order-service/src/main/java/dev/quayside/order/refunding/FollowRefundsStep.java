package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.OrderSteps;
import dev.quayside.order.order.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks after an order's refunds when its payment has changed: a pending one may be settled, one that succeeded may have failed. */
@ApplicationScoped
class FollowRefundsStep implements DurableStep {
    private final RefundPayment payment;
    private final Orders orders;

    FollowRefundsStep(RefundPayment payment, Orders orders) {
        this.payment = payment;
        this.orders = orders;
    }

    @Override
    public String name() {
        return OrderSteps.REFUNDS;
    }

    @Override
    public Outcome run(UUID orderId) {
        payment.payAll(orderId);
        if (orders.state(orderId).refundFailed()) {
            payment.checkSucceeded(orderId);
        }
        return Outcome.DONE;
    }
}
