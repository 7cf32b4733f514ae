package dev.quayside.payment.refund;

import dev.quayside.payment.gateway.RefundReading;
import dev.quayside.payment.payment.Fact;
import dev.quayside.payment.payment.LedgerKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund. Written only under its payment's lock. */
@Entity
@Table(name = "refunds")
class Refund {
    /** Who asked for it. */
    enum Origin {
        REQUESTED,
        ELSEWHERE
    }

    @Id
    private UUID id;

    @Column(name = "order_id", updatable = false)
    private UUID orderId;

    @Column(updatable = false)
    private long amount;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column
    @Enumerated(EnumType.STRING)
    private RefundState status = RefundState.PENDING;

    @Column(name = "failure_reason")
    private @Nullable String failureReason;

    @Column(name = "stripe_refund_id")
    private @Nullable String stripeRefundId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Origin origin;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    Refund() {}

    private Refund(UUID id, UUID orderId, long amount, Origin origin, Instant now) {
        this.id = id;
        this.orderId = orderId;
        this.amount = amount;
        this.origin = origin;
        this.createdAt = now;
    }

    static Refund requested(UUID id, UUID orderId, PutRefundRequest wanted, Instant now) {
        Refund refund = new Refund(id, orderId, wanted.amount(), Origin.REQUESTED, now);
        refund.reason = wanted.reason();
        return refund;
    }

    static Refund elsewhere(UUID id, UUID orderId, RefundReading read, Instant now) {
        Refund refund = new Refund(id, orderId, read.amount(), Origin.ELSEWHERE, now);
        refund.stripeRefundId = read.id();
        return refund;
    }

    /** Takes over what Stripe says; what it adds to the ledger, if anything, is the answer. */
    Optional<Fact> apply(RefundReading read, Instant now) {
        stripeRefundId = read.id();
        return become(RefundState.of(read.state()), read.id(), read.failureReason(), now);
    }

    /** It was never made at Stripe, and never will be. */
    Optional<Fact> fail(String why, Instant now) {
        return become(RefundState.FAILED, id.toString(), why, now);
    }

    boolean isAt(String stripeId) {
        return stripeId.equals(stripeRefundId);
    }

    boolean isKnownToStripe() {
        return stripeRefundId != null;
    }

    /** Whether its amount is, or may yet be, given back. */
    boolean isReserved() {
        return status != RefundState.FAILED;
    }

    UUID id() {
        return id;
    }

    long amount() {
        return amount;
    }

    RefundState status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    RefundView view() {
        return new RefundView(id, orderId, amount, status, failureReason);
    }

    FollowedRefund followed() {
        return new FollowedRefund(id, orderId, amount, status, stripeRefundId, createdAt);
    }

    private Optional<Fact> become(RefundState next, String object, @Nullable String why, Instant now) {
        if (!status.canBecome(next)) {
            return Optional.empty();
        }
        LedgerKind fact = switch (next) {
            case PENDING -> LedgerKind.REFUND_REQUESTED;
            case SUCCEEDED -> LedgerKind.REFUNDED;
            case FAILED -> status == RefundState.SUCCEEDED ? LedgerKind.REFUND_REVERSED : LedgerKind.REFUND_FAILED;
        };
        status = next;
        failureReason = why;
        settledAt = now;
        return Optional.of(new Fact(fact, object, amount));
    }
}
