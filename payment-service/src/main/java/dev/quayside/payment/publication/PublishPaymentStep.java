package dev.quayside.payment.publication;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.payment.PaymentNews;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends a payment's current state to its subscribers, unless a step of a later version has done it. */
@ApplicationScoped
class PublishPaymentStep implements DurableStep {
    private final Payments payments;
    private final PaymentNews news;
    private final Subscribers subscribers;

    PublishPaymentStep(Payments payments, PaymentNews news, Subscribers subscribers) {
        this.payments = payments;
        this.news = news;
        this.subscribers = subscribers;
    }

    @Override
    public String name() {
        return PaymentNews.PUBLISH_STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        if (!news.isPublished(orderId)) {
            PaymentState state = payments.get(orderId);
            subscribers.tell(orderId, PaymentStateMessage.of(state));
            news.published(orderId, state.version());
        }
        return Outcome.DONE;
    }
}
