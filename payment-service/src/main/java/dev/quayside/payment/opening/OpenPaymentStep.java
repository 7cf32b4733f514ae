package dev.quayside.payment.opening;

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

/** Goes on with an opening whose outcome is not known, until it is. */
@ApplicationScoped
class OpenPaymentStep implements DurableStep {
    private static final Pace PACE = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(5), 4);

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
        return left.isEmpty()
                ? Outcome.DONE
                : Outcome.again(PACE.after(left.get().createdAt(), clock));
    }
}
