package dev.quayside.order.refund;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund that is owed. Its amount never changes; its status by one guarded UPDATE. */
@Entity
@Table(name = "refunds")
class Refund {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "amount")
    long amount;

    @Column(name = "status")
    String status;

    @Column(name = "failure_reason")
    @Nullable
    String failureReason;
}
