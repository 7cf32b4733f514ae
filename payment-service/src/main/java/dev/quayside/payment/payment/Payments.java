package dev.quayside.payment.payment;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.PaymentError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where payments change: each verb locks the row, and when what subscribers see has changed, it raises the version and
 * schedules the publication in the same transaction. None of them calls Stripe.
 */
@ApplicationScoped
public class Payments {
    private static final Logger LOG = Logger.getLogger(Payments.class);

    private final PaymentRepository payments;
    private final Ledger ledger;
    private final PaymentChanges changes;
    private final Clock clock;

    Payments(PaymentRepository payments, Ledger ledger, PaymentChanges changes, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Optional<PaymentState> find(UUID orderId) {
        return payments.findByIdOptional(orderId).map(Payment::state);
    }

    /** The payment of an order; none is a 404 {@code payment_not_found}. */
    @Transactional
    public PaymentState get(UUID orderId) {
        return find(orderId).orElseThrow(() -> notFound(orderId));
    }

    @Transactional
    public Optional<UUID> orderOf(String intentId) {
        return payments.ofIntent(intentId).map(Payment::orderId);
    }

    /** Locks the payment until the caller's transaction ends; none is a 404 {@code payment_not_found}. */
    @Transactional(TxType.MANDATORY)
    public PaymentState lock(UUID orderId) {
        return locked(orderId).state();
    }

    /**
     * Makes the payment of an order, or locks the one that there is. True when it was made now.
     *
     * <p>Another amount or capture is a 409 {@code payment_mismatch}; one that was cancelled, or a tombstone, is a 409 {@code payment_closed}.
     */
    @Transactional(TxType.MANDATORY)
    public boolean open(UUID orderId, Money money, CaptureMethod capture) {
        if (payments.insert(orderId, money, capture, clock.instant())) {
            return true;
        }
        Payment payment = locked(orderId);
        PaymentState state = payment.state();
        if (state.status() == PaymentStatus.CANCELED || state.cancelRequested()) {
            throw new ProblemException(
                    PaymentProblem.PAYMENT_CLOSED, "the payment of order " + orderId + " was cancelled");
        }
        if (!payment.isFor(money, capture)) {
            throw new ProblemException(
                    PaymentProblem.PAYMENT_MISMATCH,
                    "the payment of order " + orderId + " is for " + state.amount() + " " + state.currency()
                            + ", with capture " + state.grant().capture().wire());
        }
        return false;
    }

    /** Takes a PaymentIntent as the order's own and applies it. False when the order has another: this one is an orphan. */
    @Transactional(TxType.MANDATORY)
    public boolean adopt(UUID orderId, Intent intent) {
        Payment payment = locked(orderId);
        if (payment.state().currency() == null) {
            return false;
        }
        PaymentState before = payment.state();
        boolean own = payment.adopt(intent);
        if (own) {
            take(payment, intent);
        }
        changes.count(payment, before);
        return own;
    }

    /** Applies what was read of the order's own PaymentIntent. */
    @Transactional(TxType.MANDATORY)
    public PaymentState apply(UUID orderId, Intent intent) {
        return change(orderId, payment -> {
            if (intent.id().equals(payment.state().paymentIntentId())) {
                take(payment, intent);
            }
        });
    }

    /** Stores the wish to cancel; an unknown order gets a tombstone. */
    @Transactional(TxType.MANDATORY)
    public PaymentState requestCancel(UUID orderId) {
        Instant now = clock.instant();
        if (payments.insertTombstone(orderId, now)) {
            return locked(orderId).state();
        }
        return change(orderId, payment -> payment.requestCancel(now));
    }

    /** Stores how much of the grant is to be captured, once that is decided under the lock; null when it has come to nothing. */
    @Transactional(TxType.MANDATORY)
    public void askCapture(UUID orderId, @Nullable Long amount) {
        locked(orderId).askCapture(amount);
    }

    /** Ends a payment that Stripe refused to open. */
    @Transactional(TxType.MANDATORY)
    public PaymentState refuse(UUID orderId, PaymentError reason) {
        return change(orderId, payment -> payment.refuse(reason));
    }

    /** Notes, before it happens, that the client secret is handed out. False when it must not be. */
    @Transactional(TxType.MANDATORY)
    public boolean giveSecret(UUID orderId, String ofIntent) {
        return locked(orderId).giveSecret(ofIntent, clock.instant());
    }

    /** Takes the totals of the payment's refunds. */
    @Transactional(TxType.MANDATORY)
    public PaymentState refunds(UUID orderId, long total, RefundStatus standing) {
        return change(orderId, payment -> payment.refunds(total, standing));
    }

    /** Takes how the payment's disputes stand. */
    @Transactional(TxType.MANDATORY)
    public PaymentState disputes(UUID orderId, DisputeStatus standing) {
        return change(orderId, payment -> payment.disputes(standing));
    }

    /** Writes facts into the ledger; those that are there already stay as they are. */
    @Transactional(TxType.MANDATORY)
    public void record(UUID orderId, List<Fact> facts) {
        Payment payment = locked(orderId);
        facts.forEach(fact -> ledger.record(payment, fact, clock.instant()));
    }

    private PaymentState change(UUID orderId, Consumer<Payment> verb) {
        Payment payment = locked(orderId);
        PaymentState before = payment.state();
        verb.accept(payment);
        changes.count(payment, before);
        return payment.state();
    }

    private void take(Payment payment, Intent intent) {
        PaymentState state = payment.state();
        if (!intent.currency().equals(state.currency())) {
            // Someone changed it at Stripe. The audit lists it; nothing of it may be counted as this order's money.
            LOG.errorf(
                    "%s is in %s, the payment of order %s is not", intent.id(), intent.currency(), payment.orderId());
            return;
        }
        payment.apply(intent, clock.instant());
        IntentFacts.of(intent).forEach(fact -> ledger.record(payment, fact, clock.instant()));
    }

    private Payment locked(UUID orderId) {
        return payments.locked(orderId).orElseThrow(() -> notFound(orderId));
    }

    private static ProblemException notFound(UUID orderId) {
        return new ProblemException(PaymentProblem.PAYMENT_NOT_FOUND, "order " + orderId + " has no payment");
    }
}
