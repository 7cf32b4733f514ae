package dev.quayside.payment.opening;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cancels an orphan at Stripe. Its subject is made from the PaymentIntent's id. */
@ApplicationScoped
class CancelOrphanStep implements DurableStep {
    static final String NAME = "cancel-orphan";
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Orphans orphans;
    private final Operations operations;
    private final PaymentGateway gateway;
    private final int attemptsBeforeNew;

    CancelOrphanStep(
            Orphans orphans,
            Operations operations,
            PaymentGateway gateway,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.orphans = orphans;
        this.operations = operations;
        this.gateway = gateway;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        Optional<OperationView> open = operations.unsettled(subject, OperationKind.CANCEL_ORPHAN);
        if (open.isEmpty()) {
            return Outcome.DONE;
        }
        OperationView operation = open.get();
        String intentId = operations.params(operation, OrphanCancel.class).intentId();
        Optional<Intent> ended = operations
                .send(operation.id())
                .flatMap(sending -> Intent.endedIn(gateway.cancel(intentId, sending.attempt(Patience.WORKER))));
        if (ended.isEmpty()) {
            var read = gateway.read(intentId, Patience.WORKER);
            ended = Intent.endedIn(read);
            if (ended.isEmpty() && read.isSuccess() && operation.attempts() >= attemptsBeforeNew) {
                orphans.beginAgain(operation);
            }
        }
        ended.ifPresent(intent -> orphans.settle(operation, intent));
        return ended.isPresent() ? Outcome.DONE : Outcome.again(AGAIN);
    }
}
