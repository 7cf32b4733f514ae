package dev.quayside.payment.cancellation;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Goes on with a cancel until Stripe says that the PaymentIntent has ended. */
@ApplicationScoped
class CancelPaymentStep implements DurableStep {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

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
        return left.isEmpty() ? Outcome.DONE : Outcome.again(delay(left.get()));
    }

    private Duration delay(OperationView operation) {
        Duration age = Duration.between(operation.createdAt(), clock.instant()).dividedBy(2);
        Duration atLeast = age.compareTo(SHORTEST) < 0 ? SHORTEST : age;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
