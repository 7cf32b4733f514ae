package dev.quayside.payment.card;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Detaches a removed card at Stripe, until it is nobody's there. Its subject is the card's row. */
@ApplicationScoped
class DetachCardStep implements DurableStep {
    static final String NAME = "detach-card";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Removals removals;
    private final Operations operations;
    private final CardGateway gateway;
    private final Paces paces;
    private final int attemptsBeforeNew;

    DetachCardStep(
            Removals removals,
            Operations operations,
            CardGateway gateway,
            Paces paces,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.removals = removals;
        this.operations = operations;
        this.gateway = gateway;
        this.paces = paces;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID cardId) {
        Optional<OperationView> open = operations.unsettled(cardId, OperationKind.DETACH_CARD);
        if (open.isEmpty()) {
            return Outcome.DONE;
        }
        OperationView operation = open.get();
        String methodId = operations.params(operation, DetachCard.class).methodId();
        if (isDetached(operation, methodId)) {
            removals.detached(operation);
            return Outcome.DONE;
        }
        if (operation.attempts() >= attemptsBeforeNew) {
            removals.beginAgain(operation);
        }
        return Outcome.again(paces.after(operation.createdAt(), LONGEST));
    }

    /** A refusal, or no answer, says little: whether the card is still somebody's is read. */
    private boolean isDetached(OperationView operation, String methodId) {
        Optional<Attempt> attempt = operations.send(operation.id()).map(sending -> sending.attempt(Patience.WORKER));
        if (attempt.isPresent() && gateway.detach(methodId, attempt.get()).isSuccess()) {
            return true;
        }
        var holder = gateway.holderOf(methodId);
        return holder.isSuccess()
                ? holder.value().isEmpty()
                : holder.isFinal() && holder.failure().isMissing();
    }
}
