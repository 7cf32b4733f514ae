package dev.quayside.order.cancellation;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.OrderSteps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Gives back money that came in for an order that was over. */
@ApplicationScoped
class RefundOrderStep implements DurableStep {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final MoneyBack moneyBack;

    RefundOrderStep(MoneyBack moneyBack) {
        this.moneyBack = moneyBack;
    }

    @Override
    public String name() {
        return OrderSteps.REFUND;
    }

    @Override
    public Outcome run(UUID orderId) {
        return moneyBack.isSettled(orderId) ? Outcome.DONE : Outcome.again(LATER);
    }
}
