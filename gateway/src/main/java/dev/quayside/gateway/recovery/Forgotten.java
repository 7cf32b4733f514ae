package dev.quayside.gateway.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A wish for a new password, for an address that may have no account. */
@Entity
@Table(name = "reset_requests")
class Forgotten {
    @Id
    private UUID id;

    @Column(name = "email", updatable = false)
    private String email;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Forgotten() {}

    Forgotten(UUID id, String email, Instant now) {
        this.id = id;
        this.email = email;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    @Override
    public String toString() {
        return "Forgotten[" + id + ", " + createdAt + "]";
    }
}
