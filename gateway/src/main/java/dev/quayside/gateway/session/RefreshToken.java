package dev.quayside.gateway.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refresh token by its hash. Once used it holds its successor, readable only together with the token itself. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {
    @Id
    private String hash;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "successor")
    private byte @Nullable [] successor;

    protected RefreshToken() {}

    RefreshToken(RefreshSecret secret, UUID sessionId, Instant now, Duration life) {
        this.hash = secret.hash();
        this.sessionId = sessionId;
        this.issuedAt = now;
        this.expiresAt = now.plus(life);
    }

    UUID sessionId() {
        return sessionId;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    /** Whether it was used so short a time ago that a second use is no theft. */
    boolean wasUsedWithin(Duration grace, Instant now) {
        return usedAt != null && !now.isAfter(usedAt.plus(grace));
    }

    void use(byte[] sealedSuccessor, Instant now) {
        usedAt = now;
        successor = sealedSuccessor.clone();
    }

    /** The successor as {@link #use} was given it. */
    byte[] sealedSuccessor() {
        if (successor == null) {
            throw new IllegalStateException("a token that was not used has no successor");
        }
        return successor.clone();
    }
}
