package dev.quayside.order.checkout;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderSteps;
import dev.quayside.order.order.Orders;
import dev.quayside.order.upstream.NoAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Goes on with a checkout that nobody waits for any more, until its order is placed or over. */
@ApplicationScoped
class PlaceOrderStep implements DurableStep {
    private final Placement placement;
    private final Orders orders;
    private final Clock clock;
    private final Duration paymentWindow;

    PlaceOrderStep(
            Placement placement,
            Orders orders,
            Clock clock,
            @ConfigProperty(name = "quayside.order.payment-window") Duration paymentWindow) {
        this.placement = placement;
        this.orders = orders;
        this.clock = clock;
        this.paymentWindow = paymentWindow;
    }

    @Override
    public String name() {
        return OrderSteps.PLACE;
    }

    @Override
    public Outcome run(UUID orderId) {
        try {
            placement.drive(orderId);
        } catch (NoAnswer unknown) {
            OrderState order = orders.state(orderId);
            if (order.createdAt().plus(paymentWindow).isAfter(clock.instant())) {
                throw unknown;
            }
            placement.giveUp(orderId);
        }
        return Outcome.DONE;
    }
}
