package dev.quayside.payment.publication;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends a payment's current state to its subscribers, unless a step of a later version has done it. */
@ApplicationScoped
class PublishPaymentStep implements DurableStep {
    private final Payments payments;
    private final Subscribers subscribers;

    PublishPaymentStep(Payments payments, Subscribers subscribers) {
        this.payments = payments;
        this.subscribers = subscribers;
    }

    @Override
    public String name() {
        return Payments.PUBLISH_STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        if (!payments.isPublished(orderId)) {
            PaymentState state = payments.get(orderId);
            subscribers.tell(orderId, PaymentStateMessage.of(state));
            payments.published(orderId, state.version());
        }
        return Outcome.DONE;
    }
}
