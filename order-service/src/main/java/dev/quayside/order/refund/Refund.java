package dev.quayside.order.refund;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A refund of an order. What it is for never changes; its state, and that its units are back, by guarded UPDATEs. */
@Entity
@Table(name = "refunds")
class Refund {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    RefundKind kind;

    @Column(name = "amount")
    long amount;

    @Column(name = "include_shipping")
    boolean includeShipping;

    @Column(name = "shipping_amount")
    long shippingAmount;

    @Column(name = "restock")
    boolean restock;

    @Column(name = "restocked_at")
    @Nullable
    Instant restockedAt;

    @Column(name = "status")
    @Enumerated(EnumType.STRING)
    RefundState state;

    @Column(name = "reason")
    @Enumerated(EnumType.STRING)
    RefundReason reason;

    @Column(name = "note")
    @Nullable
    String note;

    @Column(name = "failure_reason")
    @Nullable
    String failureReason;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "refund_lines", joinColumns = @JoinColumn(name = "refund_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    List<RefundLine> lines = new ArrayList<>();

    Refund() {}

    static Refund requested(NewRefund wanted, Instant now) {
        Refund refund = new Refund();
        refund.id = wanted.id();
        refund.orderId = wanted.orderId();
        refund.kind = RefundKind.REQUESTED;
        refund.amount = wanted.amount();
        refund.includeShipping = wanted.shippingAmount() != null;
        refund.shippingAmount = wanted.shippingAmount() == null ? 0 : wanted.shippingAmount();
        refund.restock = wanted.restock();
        refund.state = RefundState.PENDING;
        refund.reason = wanted.reason();
        refund.note = wanted.note();
        refund.createdAt = now;
        refund.updatedAt = now;
        wanted.units().forEach(units -> refund.lines.add(RefundLine.of(units)));
        return refund;
    }

    BookedRefund booked() {
        return new BookedRefund(
                id,
                orderId,
                kind,
                amount,
                lines.stream().map(RefundLine::units).toList(),
                includeShipping,
                restock,
                state,
                reason,
                note,
                failureReason,
                restockedAt,
                createdAt,
                updatedAt);
    }
}
