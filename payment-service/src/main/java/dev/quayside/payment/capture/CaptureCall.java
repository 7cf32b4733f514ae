package dev.quayside.payment.capture;

import dev.quayside.payment.gateway.CaptureOrder;
import dev.quayside.payment.gateway.Failure;
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

/** One try to capture a payment and store how it ended. Called again, it sends the same key again. */
@ApplicationScoped
class CaptureCall {
    private static final Logger LOG = Logger.getLogger(CaptureCall.class);

    private final Captures captures;
    private final Operations operations;
    private final PaymentGateway gateway;
    private final int attemptsBeforeNew;

    CaptureCall(
            Captures captures,
            Operations operations,
            PaymentGateway gateway,
            @ConfigProperty(name = "quayside.payment.attempts-before-new-operation") int attemptsBeforeNew) {
        this.captures = captures;
        this.operations = operations;
        this.gateway = gateway;
        this.attemptsBeforeNew = attemptsBeforeNew;
    }

    void attempt(UUID orderId, Patience patience) {
        operations.unsettled(orderId, OperationKind.CAPTURE).ifPresent(operation -> {
            Optional<OperationView> sending = operations.send(operation.id());
            if (sending.isPresent()) {
                send(sending.get(), patience);
            } else if (!operations.isSendable(operation) && isStillOpen(operation, patience)) {
                captures.beginAgain(operation);
            }
        });
    }

    private void send(OperationView operation, Patience patience) {
        CaptureOrder wanted = operations.params(operation, CaptureOrder.class);
        Outcome<Intent> outcome = gateway.capture(wanted, operation.attempt(patience));
        Optional<Intent> ended = Intent.endedIn(outcome);
        if (ended.isPresent()) {
            captures.settle(operation, ended.get());
        } else if (!outcome.isSuccess()) {
            failed(operation, outcome, patience);
        }
    }

    private void failed(OperationView operation, Outcome<Intent> outcome, Patience patience) {
        Failure failure = outcome.failure();
        LOG.infof("capture for order %s: %s (%s)", operation.orderId(), failure.code(), failure.message());
        switch (outcome.kind()) {
            // Even a refusal is checked: it may be about another capture, made elsewhere.
            case DECLINED, REJECTED -> {
                if (!failure.isAboutCaller() && isStillOpen(operation, patience)) {
                    captures.refuse(operation, failure.message());
                }
            }
            case UNKNOWN -> {
                if (patience == Patience.WORKER && isStillOpen(operation, patience) && isStuck(operation, failure)) {
                    LOG.warnf("%d tries brought the same error; a new key is used", operation.attempts());
                    captures.beginAgain(operation);
                }
            }
            case SUCCEEDED, PENDING -> {}
        }
    }

    private boolean isStuck(OperationView operation, Failure failure) {
        return failure.isStoredWithKey() && operation.attempts() >= attemptsBeforeNew;
    }

    /** Reads it: perhaps it has ended all the same, and then that is stored. False also when Stripe does not answer. */
    private boolean isStillOpen(OperationView operation, Patience patience) {
        String intentId = operations.params(operation, CaptureOrder.class).intentId();
        Outcome<Intent> read = gateway.read(intentId, patience);
        Intent.endedIn(read).ifPresent(ended -> captures.settle(operation, ended));
        return read.isSuccess() && !read.value().status().isTerminal();
    }
}
