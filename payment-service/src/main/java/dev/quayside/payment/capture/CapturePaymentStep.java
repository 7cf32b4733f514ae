package dev.quayside.payment.capture;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Goes on with a capture until Stripe says what has become of it. */
@ApplicationScoped
class CapturePaymentStep implements DurableStep {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CaptureCall call;
    private final Operations operations;
    private final Paces paces;

    CapturePaymentStep(CaptureCall call, Operations operations, Paces paces) {
        this.call = call;
        this.operations = operations;
        this.paces = paces;
    }

    @Override
    public String name() {
        return Captures.STEP;
    }

    @Override
    public Outcome run(UUID orderId) {
        call.attempt(orderId, Patience.WORKER);
        Optional<OperationView> left = operations.unsettled(orderId, OperationKind.CAPTURE);
        return left.isEmpty()
                ? Outcome.DONE
                : Outcome.again(paces.after(left.get().createdAt(), LONGEST));
    }
}
