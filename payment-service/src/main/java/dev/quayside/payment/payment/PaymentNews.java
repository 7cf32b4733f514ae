package dev.quayside.payment.payment;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What the subscribers were told of a payment, and what they are to be told. */
@ApplicationScoped
public class PaymentNews {
    /** The durable step that tells the subscribers; its subject is the order. */
    public static final String PUBLISH_STEP = "publish-payment";

    private final PaymentRepository payments;
    private final DurableSteps steps;
    private final Clock clock;

    PaymentNews(PaymentRepository payments, DurableSteps steps, Clock clock) {
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
    }

    /** Whether the subscribers were told of the current version. */
    @Transactional
    public boolean isPublished(UUID orderId) {
        return payments.findByIdOptional(orderId)
                .map(payment -> payment.edition().isPublished())
                .orElse(true);
    }

    @Transactional
    public void published(UUID orderId, long version) {
        payments.locked(orderId).ifPresent(payment -> payment.edition().publish(version));
    }

    /**
     * Has the state published again as a new version, because subscribers ignore one that they know. Raises the version, under the row's lock, and schedules its publication.
     *
     * @param known the version that a subscriber says it was told of: it may be ahead of ours after a restored backup
     */
    @Transactional
    public void repeat(UUID orderId, long known) {
        payments.locked(orderId).ifPresent(payment -> {
            Instant now = clock.instant();
            payment.edition().change(now, known);
            long version = payment.state().version();
            steps.schedule(PUBLISH_STEP, orderId, String.valueOf(version), now);
        });
    }
}
