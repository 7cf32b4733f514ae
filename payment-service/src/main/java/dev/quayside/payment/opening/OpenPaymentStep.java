package dev.quayside.payment.opening;

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

/** Goes on with an opening whose outcome is not known, until it is. */
@ApplicationScoped
class OpenPaymentStep implements DurableStep {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final OpenCall call;
    private final Operations operations;
    private final Clock clock;

    OpenPaymentStep(OpenCall call, Operations operations, Clock clock) {
        this.call = call;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Openings.STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        call.attempt(orderId, Patience.WORKER);
        Optional<OperationView> left = operations.unsettled(orderId, OperationKind.OPEN);
        return left.isEmpty() ? Outcome.DONE : Outcome.again(delay(left.get()));
    }

    private Duration delay(OperationView operation) {
        Duration age = Duration.between(operation.createdAt(), clock.instant()).dividedBy(4);
        Duration atLeast = age.compareTo(SHORTEST) < 0 ? SHORTEST : age;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
