package dev.quayside.payment.capture;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.cancellation.Cancellations;
import dev.quayside.payment.gateway.CaptureOrder;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is stored of captures: the amount, the operation and its outcome. Every verb locks the payment first. */
@ApplicationScoped
public class Captures {
    static final String STEP = "capture-payment";

    private final Payments payments;
    private final Operations operations;
    private final Cancellations cancellations;
    private final OwedReadings readings;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;

    Captures(
            Payments payments,
            Operations operations,
            Cancellations cancellations,
            OwedReadings readings,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter) {
        this.payments = payments;
        this.operations = operations;
        this.cancellations = cancellations;
        this.readings = readings;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
    }

    /** Stores how much is to be captured, with its key, unless that is done already. 404 and 409 as {@link CaptureResource} says. */
    @Transactional
    void ask(UUID orderId, long amount) {
        PaymentState payment = payments.lock(orderId);
        if (!CaptureRules.isKnown(payment, amount)) {
            CaptureRules.requireCapturable(payment, amount, clock.instant());
            payments.askCapture(orderId, amount);
            String intent = Objects.requireNonNull(payment.paymentIntentId(), "what is authorized has a PaymentIntent");
            begin(orderId, intent, amount);
            steps.schedule(STEP, orderId, clock.instant().plus(resolveAfter));
        }
    }

    /** The payment after a try: captured with this amount, or not known yet. 409 when it will never be. */
    @Transactional
    PaymentState outcome(UUID orderId, long amount) {
        return CaptureRules.outcome(payments.get(orderId), amount);
    }

    /** Stores that Stripe has the last word: it was captured, by this operation or elsewhere, or the grant has ended. */
    @Transactional
    void settle(OperationView operation, Intent ended) {
        UUID orderId = operation.orderId();
        payments.apply(orderId, ended);
        boolean done = ended.status() == IntentStatus.SUCCEEDED
                && ended.received()
                        == operations.params(operation, CaptureOrder.class).amount();
        if (done) {
            operations.settle(operation.id(), OperationState.SUCCEEDED, ended.id(), null);
        } else {
            drop(operation, "it has ended otherwise at Stripe");
        }
        // The answer shows neither the fee nor what else became of the grant.
        readings.add(orderId, operation.id().toString());
    }

    /** Ends a capture that Stripe refuses although the grant goes on. A cancel that has waited for it is next. */
    @Transactional
    void refuse(OperationView operation, String why) {
        UUID orderId = operation.orderId();
        PaymentState payment = payments.lock(orderId);
        boolean dropped = drop(operation, why);
        String intent = payment.paymentIntentId();
        if (dropped && payment.cancelRequested() && intent != null) {
            cancellations.ensure(orderId, intent);
        }
    }

    /** A new operation for one whose key brings the same refusal each time, or has expired. Stripe captures a payment once. */
    @Transactional
    void beginAgain(OperationView stuck) {
        payments.lock(stuck.orderId());
        if (operations.supersede(stuck.id(), "its key brings no answer")) {
            CaptureOrder wanted = operations.params(stuck, CaptureOrder.class);
            begin(stuck.orderId(), wanted.intentId(), wanted.amount());
        }
    }

    /** False when another has done it: by now there may be a new capture, which stays. */
    private boolean drop(OperationView operation, String why) {
        boolean underWay = isUnderWay(operation);
        if (underWay) {
            operations.settle(operation.id(), OperationState.REJECTED, null, why);
            payments.askCapture(operation.orderId(), null);
        }
        return underWay;
    }

    private boolean isUnderWay(OperationView operation) {
        return operations
                .unsettled(operation.orderId(), OperationKind.CAPTURE)
                .filter(open -> open.id().equals(operation.id()))
                .isPresent();
    }

    private void begin(UUID orderId, String intentId, long amount) {
        operations.begin(orderId, orderId, OperationKind.CAPTURE, id -> new CaptureOrder(id, intentId, amount));
    }
}
