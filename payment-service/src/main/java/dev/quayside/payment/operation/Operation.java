package dev.quayside.payment.operation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The row of an operation. Key and parameters are written once; only the sendings and the outcome are added, independently. */
@Entity
@DynamicUpdate
@Table(name = "payment_operations")
class Operation {
    @Id
    private UUID id;

    @Column(name = "order_id", updatable = false)
    private @Nullable UUID orderId;

    @Column(updatable = false)
    private UUID subject;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private OperationKind kind;

    @Column(name = "idempotency_key", updatable = false)
    private String idempotencyKey;

    @Column(updatable = false)
    private String params;

    @Column
    @Enumerated(EnumType.STRING)
    private OperationState state = OperationState.UNSETTLED;

    @Column(name = "object_id")
    private @Nullable String objectId;

    @Column
    private @Nullable String failure;

    @Column
    private int attempts;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "first_sent_at")
    private @Nullable Instant firstSentAt;

    @Column(name = "last_sent_at")
    private @Nullable Instant lastSentAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    Operation() {}

    Operation(UUID id, NewOperation wanted, String environment, Instant now) {
        this.id = id;
        this.orderId = wanted.orderId();
        this.subject = wanted.subject();
        this.kind = wanted.kind();
        this.idempotencyKey = environment + ":" + kind.inKey() + ":" + id;
        this.params = wanted.params();
        this.createdAt = now;
    }

    void sent(Instant now) {
        attempts++;
        lastSentAt = now;
        if (firstSentAt == null) {
            firstSentAt = now;
        }
    }

    /** The first outcome stays: a settled operation does not change. */
    void settle(OperationState outcome, @Nullable String object, @Nullable String why, Instant now) {
        if (!state.isSettled()) {
            state = outcome;
            objectId = object;
            failure = why;
            settledAt = now;
        }
    }

    OperationView view() {
        return new OperationView(
                id,
                orderId,
                subject,
                kind,
                idempotencyKey,
                params,
                state,
                objectId,
                attempts,
                createdAt,
                firstSentAt,
                lastSentAt);
    }
}
