package dev.quayside.gateway.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The one invitation of a user that is good, by the hash of its token. */
@Entity
@Table(name = "staff_invitations")
class Invitation {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "hash")
    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Invitation() {}

    Invitation(UUID userId, String hash, Instant now, Instant expiresAt) {
        this.userId = userId;
        this.hash = hash;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    UUID userId() {
        return userId;
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}
