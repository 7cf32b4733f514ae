package dev.quayside.payment.refund;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.dispute.Disputes;
import dev.quayside.payment.gateway.Metadata;
import dev.quayside.payment.gateway.RefundOrder;
import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.OperationState;
import dev.quayside.payment.operation.OperationView;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.payment.Fact;
import dev.quayside.payment.payment.LedgerKind;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The refunds' rows. Every verb locks the payment first, so that what is left of it is counted by one at a time. */
@ApplicationScoped
public class Refunds {
    static final String STEP = "follow-refund";

    private final RefundRepository refunds;
    private final Payments payments;
    private final Disputes disputes;
    private final Operations operations;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration resolveAfter;

    Refunds(
            RefundRepository refunds,
            Payments payments,
            Disputes disputes,
            Operations operations,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.resolve-after") Duration resolveAfter) {
        this.refunds = refunds;
        this.payments = payments;
        this.disputes = disputes;
        this.operations = operations;
        this.steps = steps;
        this.clock = clock;
        this.resolveAfter = resolveAfter;
    }

    /**
     * Reserves the amount and stores the operation, or finds the refund of this id.
     *
     * <p>409: {@code refund_mismatch}, {@code payment_not_captured}, {@code refund_exceeds_captured}, {@code payment_disputed}; 404
     * {@code payment_not_found}.
     */
    @Transactional
    public RefundView reserve(UUID orderId, UUID refundId, PutRefundRequest wanted) {
        PaymentState payment = payments.lock(orderId);
        Optional<Refund> known = refunds.findByIdOptional(refundId);
        if (known.isPresent()) {
            return same(known.get().view(), orderId, wanted);
        }
        requireLeft(payment, wanted.amount());
        requireUndisputed(orderId);
        refunds.persist(Refund.requested(refundId, orderId, wanted, clock.instant()));
        begin(payment, refundId, wanted.amount());
        payments.record(orderId, List.of(new Fact(LedgerKind.REFUND_REQUESTED, refundId.toString(), wanted.amount())));
        steps.schedule(STEP, refundId, clock.instant().plus(resolveAfter));
        total(payment);
        return refunds.findById(refundId).view();
    }

    /** Applies refunds as they were read from Stripe: ours by their operation, others as made elsewhere. */
    @Transactional
    public void learn(UUID orderId, List<RefundReading> read) {
        PaymentState payment = payments.lock(orderId);
        List<Refund> all = new ArrayList<>(refunds.of(orderId));
        Map<String, UUID> refundOfOperation = operationsIn(read);
        read.forEach(reading -> {
            UUID ours = refundOfOperation.get(Objects.requireNonNullElse(reading.operationId(), ""));
            Refund refund = all.stream()
                    .filter(one -> one.isAt(reading.id()) || (one.id().equals(ours) && !one.isKnownToStripe()))
                    .findFirst()
                    .orElseGet(() -> learnNew(orderId, reading, all));
            refund.apply(reading, clock.instant()).ifPresent(fact -> payments.record(orderId, List.of(fact)));
            settleOperation(reading);
        });
        total(payment, all);
    }

    /** Ends a refund that Stripe refused, or of which it is proven that it was never made. */
    @Transactional
    public void fail(UUID refundId, OperationView operation, String why) {
        PaymentState payment = payments.lock(operation.orderId());
        operations.settle(operation.id(), OperationState.REJECTED, null, why);
        refunds.findById(refundId)
                .fail(why, clock.instant())
                .ifPresent(fact -> payments.record(operation.orderId(), List.of(fact)));
        total(payment);
    }

    /**
     * Puts a new operation in the place of one for whose key Stripe stores an error, if Stripe itself would refuse the second of two:
     * when what would be left after one is less than the refund. False when it might not.
     */
    @Transactional
    public boolean beginAgain(UUID refundId, OperationView stuck) {
        PaymentState payment = payments.lock(stuck.orderId());
        Refund refund = refunds.findById(refundId);
        // Others that are pending may yet fail, so only what was given back already counts as gone.
        long gone =
                RefundTotals.of(refunds.of(stuck.orderId()), payment.captured()).refunded();
        if (refund.isKnownToStripe() || payment.captured() - gone - refund.amount() >= refund.amount()) {
            return false;
        }
        if (operations.supersede(stuck.id(), "Stripe stores an error for its key")) {
            begin(payment, refundId, refund.amount());
        }
        return true;
    }

    @Transactional
    public Optional<FollowedRefund> find(UUID refundId) {
        return refunds.findByIdOptional(refundId).map(Refund::followed);
    }

    /** The order of a refund that is known by Stripe's id. */
    @Transactional
    public Optional<UUID> orderOf(String stripeRefundId) {
        return refunds.at(stripeRefundId).map(Refund::followed).map(FollowedRefund::orderId);
    }

    /** Whether the stored refund is in the state that was read. */
    @Transactional
    public boolean isKnown(RefundReading read) {
        return refunds.at(read.id())
                .filter(refund -> refund.status() == RefundState.of(read.state()))
                .isPresent();
    }

    /** Refunds made before a time of which Stripe's answer is not known yet, oldest first. */
    @Transactional
    public List<FollowedRefund> unresolvedCreatedBefore(Instant time, int most) {
        return refunds.unresolvedCreatedBefore(time, most).stream()
                .map(Refund::followed)
                .toList();
    }

    @Transactional
    RefundView view(UUID refundId) {
        return refunds.findById(refundId).view();
    }

    private static RefundView same(RefundView refund, UUID orderId, PutRefundRequest wanted) {
        if (refund.amount() != wanted.amount() || !refund.orderId().equals(orderId)) {
            throw new ProblemException(
                    PaymentProblem.REFUND_MISMATCH,
                    "refund " + refund.id() + " exists, of " + refund.amount() + " or for another order");
        }
        return refund;
    }

    private void requireLeft(PaymentState payment, long amount) {
        if (payment.status() != PaymentStatus.CAPTURED) {
            throw new ProblemException(
                    PaymentProblem.PAYMENT_NOT_CAPTURED,
                    "the payment of order " + payment.orderId() + " is "
                            + payment.status().wire());
        }
        long left = payment.captured()
                - RefundTotals.of(refunds.of(payment.orderId()), payment.captured())
                        .reserved();
        if (amount > left) {
            throw new ProblemException(
                    PaymentProblem.REFUND_EXCEEDS_CAPTURED,
                    "of the payment of order " + payment.orderId() + ", " + left + " can still be refunded");
        }
    }

    private void requireUndisputed(UUID orderId) {
        if (disputes.preventRefunds(orderId)) {
            throw new ProblemException(
                    PaymentProblem.PAYMENT_DISPUTED,
                    "the payment of order " + orderId + " is disputed, or the dispute was lost");
        }
    }

    private void begin(PaymentState payment, UUID refundId, long amount) {
        String intent = Objects.requireNonNull(payment.paymentIntentId(), "a captured payment has a PaymentIntent");
        operations.begin(
                payment.orderId(),
                refundId,
                OperationKind.REFUND,
                id -> new RefundOrder(payment.orderId(), refundId, id, intent, amount));
    }

    private Refund learnNew(UUID orderId, RefundReading reading, List<Refund> all) {
        Refund refund = Refund.elsewhere(Ids.next(), orderId, reading, clock.instant());
        refunds.persist(refund);
        all.add(refund);
        return refund;
    }

    private Map<String, UUID> operationsIn(List<RefundReading> read) {
        List<UUID> ids = read.stream()
                .map(RefundReading::operationId)
                .flatMap(id -> Metadata.id(id).stream())
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return operations.findAll(ids).values().stream()
                .filter(operation -> operation.kind() == OperationKind.REFUND)
                .collect(Collectors.toMap(operation -> operation.id().toString(), OperationView::subject));
    }

    private void settleOperation(RefundReading reading) {
        Metadata.id(reading.operationId())
                .ifPresent(id -> operations.settle(id, OperationState.SUCCEEDED, reading.id(), null));
    }

    private void total(PaymentState payment) {
        total(payment, refunds.of(payment.orderId()));
    }

    private void total(PaymentState payment, List<Refund> all) {
        RefundTotals totals = RefundTotals.of(all, payment.captured());
        payments.refunds(payment.orderId(), totals.refunded(), totals.standing());
    }
}
