package dev.quayside.payment.payment;

import dev.quayside.kit.money.Money;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.Intent;
import dev.quayside.payment.gateway.PaymentError;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order. Its verbs are called under the row's lock; {@link Payments} counts the versions. Rows are made by
 * {@link PaymentRepository#insert}, where two makers meet.
 */
@Entity
@Table(name = "payments")
class Payment {
    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column
    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Column
    private @Nullable String currency;

    @Column
    private long amount;

    @Column
    private long captured;

    @Column
    private long refunded;

    @Column(name = "refund_status")
    @Enumerated(EnumType.STRING)
    private RefundStatus refundStatus;

    @Column(name = "dispute_status")
    @Enumerated(EnumType.STRING)
    private DisputeStatus disputeStatus;

    @Embedded
    private Edition edition;

    @Column(name = "pi_id")
    private @Nullable String intentId;

    @Column(name = "secret_given_at")
    private @Nullable Instant secretGivenAt;

    @Column(name = "cancel_requested_at")
    private @Nullable Instant cancelRequestedAt;

    @Embedded
    private @Nullable StoredError lastError;

    @Embedded
    private StoredGrant grant;

    @Embedded
    private @Nullable Lease lease;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    Payment() {}

    boolean isFor(Money money, CaptureMethod capture) {
        return money.amount() == amount && money.currency().code().equals(currency) && grant.isFor(capture);
    }

    /** Takes a PaymentIntent as its own, once and for good. False when it has another one. */
    boolean adopt(Intent intent) {
        if (intentId == null) {
            intentId = intent.id();
            become(PaymentStatus.OPEN);
        }
        return intent.id().equals(intentId);
    }

    /** Takes over what Stripe says. What is final there stays final here, whenever an older reading arrives. */
    void apply(Intent intent, Instant now) {
        switch (intent.status()) {
            case SUCCEEDED -> {
                become(PaymentStatus.CAPTURED);
                grant.ended(intent);
                captured = intent.received();
                lastError = null;
            }
            case CANCELED -> {
                if (become(PaymentStatus.CANCELED)) {
                    grant.ended(intent);
                }
            }
            case AUTHORIZED -> {
                if (become(PaymentStatus.AUTHORIZED)) {
                    grant.granted(intent, now);
                    lastError = null;
                }
            }
            case OPEN -> {
                if (status == PaymentStatus.OPEN) {
                    lastError = StoredError.of(intent.lastError());
                }
            }
        }
    }

    /** Stores the wish to cancel. Without a PaymentIntent nobody can pay it, so it is cancelled at once. */
    void requestCancel(Instant now) {
        if (cancelRequestedAt == null && !status.isTerminal()) {
            cancelRequestedAt = now;
        }
        if (intentId == null) {
            become(PaymentStatus.CANCELED);
        }
    }

    /** Stripe refused to open it. */
    void refuse(PaymentError reason) {
        if (status == PaymentStatus.PENDING) {
            become(PaymentStatus.CANCELED);
            lastError = StoredError.of(reason);
        }
    }

    /** Notes that the client secret leaves the house. False when it must not. */
    boolean giveSecret(String ofIntent, Instant now) {
        if (status != PaymentStatus.OPEN || cancelRequestedAt != null || !ofIntent.equals(intentId)) {
            return false;
        }
        if (secretGivenAt == null) {
            secretGivenAt = now;
        }
        return true;
    }

    void refunds(long total, RefundStatus standing) {
        refunded = total;
        refundStatus = standing;
    }

    void disputes(DisputeStatus standing) {
        disputeStatus = standing;
    }

    /** Stores how much is to be captured; null when that has come to nothing. */
    void askCapture(@Nullable Long much) {
        grant.ask(much);
    }

    boolean lease(UUID owner, Instant now, Instant until) {
        if (lease != null && lease.isHeld(now)) {
            return false;
        }
        lease = new Lease(owner, until);
        return true;
    }

    boolean isLeasedBy(UUID owner) {
        return lease != null && lease.isOf(owner);
    }

    void endLease() {
        lease = null;
    }

    Edition edition() {
        return edition;
    }

    UUID orderId() {
        return orderId;
    }

    /** The currency of a payment that was opened; a tombstone has none. */
    String currency() {
        return Objects.requireNonNull(currency, "a tombstone has no currency");
    }

    PaymentState state() {
        return new PaymentState(
                orderId,
                edition.version(),
                status,
                currency,
                amount,
                grant.view(),
                grant.asked(),
                captured,
                refunded,
                refundStatus,
                disputeStatus,
                intentId,
                lastError == null ? null : lastError.view(),
                cancelRequestedAt != null,
                secretGivenAt,
                createdAt,
                edition.changedAt());
    }

    /** Whether it is in that state now. */
    private boolean become(PaymentStatus next) {
        if (status.canBecome(next)) {
            status = next;
        }
        return status == next;
    }
}
