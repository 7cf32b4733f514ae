package dev.quayside.order.cancellation;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.OrderCancellation;
import dev.quayside.order.order.OrderSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends an order that was not paid in time. */
@ApplicationScoped
class ExpireOrderStep implements DurableStep {
    private final OrderCancellation cancellation;

    ExpireOrderStep(OrderCancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public String name() {
        return OrderSteps.EXPIRE;
    }

    @Override
    public Outcome run(UUID orderId) {
        cancellation.expire(orderId);
        return Outcome.DONE;
    }
}
