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
        Optional<Intent> ended = Intent.endedIn(gateway.cancel(intentId, operation.attempt(patience)));
        if (ended.isPresent()) {
            cancellations.settle(operation, ended.get());
        } else if (patience == Patience.WORKER) {
            look(operation, intentId);
        }
    }

    /** Reads it: perhaps it has ended all the same. If not, and its key only brings the same refusal, another key is used. */
    private void look(OperationView operation, String intentId) {
        Outcome<Intent> read = gateway.read(intentId, Patience.WORKER);
        Optional<Intent> ended = Intent.endedIn(read);
        if (ended.isPresent()) {
            cancellations.settle(operation, ended.get());
        } else if (read.isSuccess() && operation.attempts() >= attemptsBeforeNew) {
            LOG.warnf("%s is still open after %d attempts; a new key is used", intentId, operation.attempts());
            cancellations.beginAgain(operation);
        }
    }
}
