package dev.quayside.payment.payment;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Has a payment's state published again: as a new version, because subscribers ignore one that they know. */
@ApplicationScoped
public class PaymentNews {
    private final PaymentRepository payments;
    private final DurableSteps steps;
    private final Clock clock;

    PaymentNews(PaymentRepository payments, DurableSteps steps, Clock clock) {
        this.payments = payments;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Raises the version, under the row's lock, and schedules its publication.
     *
     * @param known the version that a subscriber says it was told of: it may be ahead of ours after a restored backup
     */
    @Transactional
    public void repeat(UUID orderId, long known) {
        payments.locked(orderId).ifPresent(payment -> {
            Instant now = clock.instant();
            payment.changed(now, known);
            long version = payment.state().version();
            steps.schedule(Payments.PUBLISH_STEP, orderId, String.valueOf(version), now);
        });
    }
}
