package dev.quayside.gateway.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret of a key, by its hash. The newest has no end of its own; a rotation gives it one. */
@Entity
@Table(name = "api_key_secrets")
class ApiKeySecret {
    @Id
    private String hash;

    @Column(name = "key_id", updatable = false)
    private UUID keyId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "valid_until")
    private @Nullable Instant validUntil;

    protected ApiKeySecret() {}

    ApiKeySecret(String hash, UUID keyId, Instant now) {
        this.hash = hash;
        this.keyId = keyId;
        this.createdAt = now;
    }

    UUID keyId() {
        return keyId;
    }

    @Nullable
    Instant validUntil() {
        return validUntil;
    }

    /** When it ends, of one that a rotation has replaced. */
    Instant end() {
        if (validUntil == null) {
            throw new IllegalStateException("the newest secret has no end");
        }
        return validUntil;
    }

    boolean isGood(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /** Ends it at a time, or earlier if it was to end earlier. */
    void endAt(Instant time) {
        if (validUntil == null || time.isBefore(validUntil)) {
            validUntil = time;
        }
    }

    @Override
    public String toString() {
        return "secret of " + keyId + " (" + createdAt + ")";
    }
}
