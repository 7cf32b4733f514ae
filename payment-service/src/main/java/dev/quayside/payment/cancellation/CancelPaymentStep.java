package dev.quayside.payment.cancellation;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Goes on with a cancel until Stripe says that the PaymentIntent has ended. */
@ApplicationScoped
class CancelPaymentStep implements DurableStep {
    private static final Pace PACE = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(5), 2);

    private final CancelCall call;
    private final Operations operations;
    private final Clock clock;

    CancelPaymentStep(CancelCall call, Operations operations, Clock clock) {
        this.call = call;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Cancellations.STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        call.attempt(orderId, Patience.WORKER);
        Optional<OperationView> left = operations.unsettled(orderId, OperationKind.CANCEL);
        return left.isEmpty()
                ? Outcome.DONE
                : Outcome.again(PACE.after(left.get().createdAt(), clock));
    }
}
