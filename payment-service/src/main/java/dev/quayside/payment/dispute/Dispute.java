package dev.quayside.payment.dispute;

import dev.quayside.kit.money.Money;
import dev.quayside.payment.gateway.BalanceMovement;
import dev.quayside.payment.gateway.DisputeReading;
import dev.quayside.payment.gateway.DisputeState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dispute. Written only under its payment's lock. */
@Entity
@Table(name = "disputes")
class Dispute {
    @Id
    private UUID id;

    @Column(name = "stripe_dispute_id", updatable = false)
    private String stripeId;

    @Column(name = "order_id", updatable = false)
    private UUID orderId;

    @Column(name = "pi_id", updatable = false)
    private String intentId;

    @Column
    private long amount;

    @Column(updatable = false)
    private String currency;

    @Column
    private String reason;

    @Column
    @Enumerated(EnumType.STRING)
    private DisputeState status;

    @Column(name = "evidence_due_by")
    private @Nullable Instant evidenceDueBy;

    @Column(name = "funds_withdrawn")
    private long fundsWithdrawn;

    @Column(name = "funds_currency")
    private String fundsCurrency;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    Dispute() {}

    Dispute(UUID id, UUID orderId, String intentId, DisputeReading read) {
        this.id = id;
        this.stripeId = read.id();
        this.orderId = orderId;
        this.intentId = intentId;
        this.currency = read.currency();
        this.openedAt = read.created();
    }

    /** Takes over what Stripe says now. */
    void apply(DisputeReading read, Instant now) {
        amount = read.amount();
        reason = read.reason();
        status = read.state();
        evidenceDueBy = read.evidenceDueBy();
        fundsWithdrawn =
                -read.movements().stream().mapToLong(BalanceMovement::amount).reduce(0, Math::addExact);
        fundsCurrency = read.movements().stream()
                .map(BalanceMovement::currency)
                .findFirst()
                .orElse(currency);
        if (!status.isClosed()) {
            closedAt = null;
        } else if (closedAt == null) {
            closedAt = now;
        }
    }

    boolean isAt(String id) {
        return id.equals(stripeId);
    }

    UUID id() {
        return id;
    }

    UUID orderId() {
        return orderId;
    }

    DisputeState status() {
        return status;
    }

    DisputeView view() {
        return new DisputeView(
                stripeId,
                orderId,
                intentId,
                Money.of(amount, currency),
                reason,
                status,
                status.isInquiry(),
                evidenceDueBy,
                Money.of(fundsWithdrawn, fundsCurrency),
                openedAt,
                closedAt);
    }
}
