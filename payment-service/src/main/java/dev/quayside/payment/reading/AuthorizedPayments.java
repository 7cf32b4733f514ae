package dev.quayside.payment.reading;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.payment.PaymentChanged;
import dev.quayside.payment.payment.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has every authorized payment watched, also one whose client secret never left the house. */
@ApplicationScoped
class AuthorizedPayments {
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration watchFirst;

    AuthorizedPayments(
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration watchFirst) {
        this.steps = steps;
        this.clock = clock;
        this.watchFirst = watchFirst;
    }

    /** In the transaction in which the payment changes. One that is watched already stays as it is. */
    void changed(@Observes PaymentChanged change) {
        if (change.payment().status() == PaymentStatus.AUTHORIZED) {
            steps.schedule(
                    WatchPaymentStep.NAME,
                    change.payment().orderId(),
                    clock.instant().plus(watchFirst));
        }
    }
}
