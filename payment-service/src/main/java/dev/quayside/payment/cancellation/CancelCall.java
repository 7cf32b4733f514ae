package dev.quayside.payment.cancellation;

import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Outcome;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One try to cancel a PaymentIntent and store how it ended. */
@ApplicationScoped
class CancelCall {
    private static final Logger LOG = Logger.getLogger(CancelCall.class);

    private final Cancellations cancellations;
    private final Operations operations;
    private final PaymentGateway gateway;
    private final int attemptsBeforeNew;

    CancelCall(
            Cancellations cancellations,
            Operations operations,
            PaymentGateway gateway,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.cancellations = cancellations;
        this.operations = operations;
        this.gateway = gateway;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    void attempt(UUID orderId, Patience patience) {
        operations.unsettled(orderId, OperationKind.CANCEL).ifPresent(operation -> {
            Optional<OperationView> sending = operations.send(operation.id());
            if (sending.isPresent()) {
                send(sending.get(), patience);
            } else if (!operations.isSendable(operation)) {
                cancellations.beginAgain(operation);
            }
        });
    }

    private void send(OperationView operation, Patience patience) {
        String intentId = operations.params(operation, CancelIntent.class).intentId();
        Outcome<Intent> outcome = gateway.cancel(intentId, operation.attempt(patience));
        Intent ended = ended(outcome);
        if (ended != null) {
            cancellations.settle(operation, ended);
        } else if (patience == Patience.WORKER) {
            look(operation, intentId);
        }
    }

    /** Reads it: perhaps it has ended all the same. If not, and its key only brings the same refusal, another key is used. */
    private void look(OperationView operation, String intentId) {
        Outcome<Intent> read = gateway.read(intentId, Patience.WORKER);
        Intent ended = ended(read);
        if (ended != null) {
            cancellations.settle(operation, ended);
        } else if (read.isSuccess() && operation.attempts() >= attemptsBeforeNew) {
            LOG.warnf("%s is still open after %d attempts; a new key is used", intentId, operation.attempts());
            cancellations.beginAgain(operation);
        }
    }

    /** The PaymentIntent in its final state, from the answer or from the refusal that shows it; null while that is not known. */
    private static @Nullable Intent ended(Outcome<Intent> outcome) {
        Intent shown = outcome.isSuccess() ? outcome.value() : outcome.failure().intent();
        return shown != null && shown.status().isTerminal() ? shown : null;
    }
}
