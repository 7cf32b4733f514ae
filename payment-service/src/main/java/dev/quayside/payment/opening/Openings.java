package dev.quayside.payment.opening;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.cancellation.Cancellations;
import dev.quayside.payment.gateway.CardUse;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.PaymentError;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.Payments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is stored of openings: the payment with its operation, and whose PaymentIntent is whose. */
@ApplicationScoped
public class Openings {
    static final String STEP = "open-payment";

    private final Payments payments;
    private final Operations operations;
    private final Cancellations cancellations;
    private final Orphans orphans;
    private final PayWith payWith;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;

    Openings(
            Payments payments,
            Operations operations,
            Cancellations cancellations,
            Orphans orphans,
            PayWith payWith,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter) {
        this.payments = payments;
        this.operations = operations;
        this.cancellations = cancellations;
        this.orphans = orphans;
        this.payWith = payWith;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
    }

    /**
     * Makes the payment, its operation and the step that goes on with it; one that is there already is left as it is. 409
     * {@code payment_mismatch} for another amount, capture or saved card; 422 {@code payment_method_not_found}.
     */
    @Transactional
    void begin(UUID orderId, OpenPaymentRequest wanted, @Nullable CardUse card) {
        Money money = wanted.amount();
        if (payments.open(orderId, money, wanted.capture())) {
            payWith.require(orderId, wanted);
            String currency = money.currency().code();
            begin(
                    orderId,
                    id -> new OpenIntent(
                            orderId, id, money.amount(), currency, wanted.description(), card, wanted.capture()));
            steps.schedule(STEP, orderId, clock.instant().plus(resolveAfter));
        } else {
            requireSameCard(orderId, card);
        }
    }

    private void begin(UUID orderId, Function<UUID, Object> wanted) {
        operations.begin(orderId, orderId, OperationKind.OPEN, wanted);
    }

    private void requireSameCard(UUID orderId, @Nullable CardUse card) {
        Optional<CardUse> opened = operations
                .latest(orderId, OperationKind.OPEN)
                .map(operation -> operations.params(operation, OpenIntent.class).card());
        if (!opened.equals(Optional.ofNullable(card))) {
            throw new ProblemException(
                    PaymentProblem.PAYMENT_MISMATCH,
                    "the payment of order " + orderId + " was opened with another saved payment method");
        }
    }

    /**
     * Finds out whose PaymentIntent this is, by its metadata, and gives an order that has none the one that was made for it. One that
     * turns up after its payment was cancelled, or beside another, is cancelled by a step.
     */
    public Adoption adopt(Intent intent) {
        Optional<OperationView> made = Metadata.id(intent.operationId())
                .flatMap(operations::find)
                .filter(operation -> operation.kind() == OperationKind.OPEN);
        return made.isEmpty()
                ? Adoption.foreign()
                : QuarkusTransaction.requiringNew().call(() -> adopt(intent, made.get()));
    }

    /** Has a PaymentIntent cancelled, by a step, that names an order whose payment is another one and that no operation made. */
    @Transactional
    public void cancelOrphan(UUID orderId, Intent orphan) {
        payments.lock(orderId);
        orphans.cancel(orderId, orphan);
    }

    private Adoption adopt(Intent intent, OperationView operation) {
        UUID orderId = operation.orderId();
        boolean own = payments.adopt(orderId, intent);
        operations.settle(operation.id(), OperationState.SUCCEEDED, intent.id(), null);
        if (!own) {
            orphans.cancel(orderId, intent);
            return new Adoption(Adoption.Kind.ORPHAN, orderId);
        }
        PaymentState state = payments.lock(orderId);
        if (state.status() == PaymentStatus.CANCELED && !intent.status().isTerminal()) {
            cancellations.ensure(orderId, intent.id());
        }
        return new Adoption(Adoption.Kind.OWN, orderId);
    }

    /** Ends the payment: Stripe refused to open it, or it is proven that it never was. */
    @Transactional
    void refuse(OperationView operation, PaymentError reason) {
        payments.refuse(operation.orderId(), reason);
        operations.settle(operation.id(), OperationState.REJECTED, null, reason.message());
    }

    /** Ends an operation that is not needed any more: the order has a PaymentIntent, and this one was never sent. */
    @Transactional
    boolean dropUnsent(OperationView operation) {
        boolean needless =
                operation.attempts() == 0 && payments.lock(operation.orderId()).paymentIntentId() != null;
        if (needless) {
            operations.settle(operation.id(), OperationState.REJECTED, null, "the order has a PaymentIntent");
        }
        return needless;
    }

    /**
     * Ends an operation for whose key Stripe stores an error, and begins another unless the payment was cancelled meanwhile. No client
     * secret was handed out, so a PaymentIntent of the first that turns up late is only an orphan: it is looked for.
     */
    @Transactional
    void supersede(OperationView stuck) {
        UUID orderId = stuck.orderId();
        PaymentState state = payments.lock(orderId);
        boolean superseded = operations.supersede(stuck.id(), "Stripe stores an error for its key");
        OpenIntent wanted = operations.params(stuck, OpenIntent.class);
        if (superseded && state.status() == PaymentStatus.PENDING) {
            begin(orderId, wanted::by);
        }
        Instant now = clock.instant();
        steps.schedule(OrphanStep.NAME, orderId, stuck.id() + "/1", now.plus(Duration.ofMinutes(10)));
        steps.schedule(OrphanStep.NAME, orderId, stuck.id() + "/2", now.plus(Duration.ofHours(24)));
    }
}
