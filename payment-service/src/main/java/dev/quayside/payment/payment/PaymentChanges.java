package dev.quayside.payment.payment;

import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;

/** Counts the changes of payments: a new version, its publication, and whoever else in this service wants to know. */
@ApplicationScoped
class PaymentChanges {
    private final DurableSteps steps;
    private final Event<PaymentChanged> changed;
    private final Clock clock;

    PaymentChanges(DurableSteps steps, Event<PaymentChanged> changed, Clock clock) {
        this.steps = steps;
        this.changed = changed;
        this.clock = clock;
    }

    /** In the transaction that has the payment's lock; a payment that looks as it did before has not changed. */
    void count(Payment payment, PaymentState before) {
        if (!payment.state().looksLike(before)) {
            Instant now = clock.instant();
            payment.edition().change(now, 0);
            long version = payment.state().version();
            steps.schedule(PaymentNews.PUBLISH_STEP, payment.orderId(), String.valueOf(version), now);
            changed.fire(new PaymentChanged(payment.state()));
        }
    }
}
