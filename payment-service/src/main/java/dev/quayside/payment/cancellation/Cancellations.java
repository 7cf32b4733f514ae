package dev.quayside.payment.cancellation;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.IntentStatus;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.OwedReadings;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is stored of cancels: the wish, the operation and its outcome. */
@ApplicationScoped
public class Cancellations {
    static final String STEP = "cancel-payment";

    private final Payments payments;
    private final Operations operations;
    private final OwedReadings readings;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;

    Cancellations(
            Payments payments,
            Operations operations,
            OwedReadings readings,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter) {
        this.payments = payments;
        this.operations = operations;
        this.readings = readings;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
    }

    /**
     * Stores that a payment is to be cancelled; from here on its client secret is not handed out. One whose capture is under way is
     * cancelled when that is refused.
     */
    @Transactional
    PaymentState request(UUID orderId) {
        PaymentState state = payments.requestCancel(orderId);
        String intentId = state.paymentIntentId();
        if (intentId != null && !state.status().isTerminal() && state.captureAsked() == null) {
            ensure(orderId, intentId, clock.instant().plus(resolveAfter));
        }
        return state;
    }

    /**
     * Sees to it that a PaymentIntent is cancelled that turned up after its payment was: in the caller's transaction, by the durable
     * step.
     */
    @Transactional(TxType.MANDATORY)
    public void ensure(UUID orderId, String intentId) {
        ensure(orderId, intentId, clock.instant());
    }

    /** Stores that Stripe has the last word: the PaymentIntent was cancelled, or had been paid. */
    @Transactional
    void settle(OperationView operation, Intent ended) {
        PaymentState state = payments.apply(operation.orderId(), ended);
        if (state.grant().capture() == CaptureMethod.MANUAL) {
            // The answer does not show what was granted, and perhaps nobody has read it before.
            readings.add(operation.orderId(), operation.id().toString());
        }
        OperationState outcome =
                ended.status() == IntentStatus.CANCELED ? OperationState.SUCCEEDED : OperationState.REJECTED;
        operations.settle(operation.id(), outcome, ended.id(), null);
    }

    /** A new operation for one whose key brings the same refusal each time. Cancelling twice moves no money. */
    @Transactional
    void beginAgain(OperationView stuck) {
        payments.lock(stuck.orderId());
        if (operations.supersede(stuck.id(), "Stripe stores a refusal for its key")) {
            begin(stuck.orderId(), operations.params(stuck, CancelIntent.class));
        }
    }

    private void ensure(UUID orderId, String intentId, Instant at) {
        if (operations.unsettled(orderId, OperationKind.CANCEL).isEmpty()) {
            begin(orderId, new CancelIntent(intentId));
        }
        steps.schedule(STEP, orderId, at);
    }

    private void begin(UUID orderId, CancelIntent params) {
        operations.begin(orderId, orderId, OperationKind.CANCEL, id -> params);
    }
}
