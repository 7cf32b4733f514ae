package dev.quayside.gateway.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in. It ends when its customer signs out, or when a token of it turns up twice. */
@Entity
@Table(name = "sessions")
class Session {
    /** Why a sign-in ended before its tokens did. */
    enum EndReason {
        SIGNED_OUT,
        REUSED
    }

    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    protected Session() {}

    Session(UUID id, UUID customerId, Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    UUID customerId() {
        return customerId;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    /** Ends it; the first reason stays. */
    void end(EndReason reason, Instant now) {
        if (!hasEnded()) {
            endedAt = now;
            endReason = reason;
        }
    }
}
