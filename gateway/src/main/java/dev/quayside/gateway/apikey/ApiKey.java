package dev.quayside.gateway.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of staff or a script, by its hash. */
@Entity
@Table(name = "api_keys")
class ApiKey {
    /** Who made it. */
    enum Origin {
        /** The deployment's settings, which alone decide whether it is good. */
        ENVIRONMENT,
        /** A member of staff. */
        ADMIN
    }

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "key_hash", updatable = false)
    private String keyHash;

    @Column(name = "scopes")
    private String[] scopes;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", updatable = false)
    private Origin origin;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    protected ApiKey() {}

    ApiKey(UUID id, String name, String keyHash, Origin origin, Instant now) {
        this.id = id;
        this.name = name;
        this.keyHash = keyHash;
        this.scopes = new String[0];
        this.origin = origin;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String keyHash() {
        return keyHash;
    }

    List<String> scopes() {
        return List.copyOf(Arrays.asList(scopes));
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void grant(List<String> newScopes) {
        scopes = newScopes.toArray(String[]::new);
        revokedAt = null;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Notes the use, to the minute: a busy script does not write a row for each request. */
    void used(Instant now) {
        if (lastUsedAt == null || lastUsedAt.plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            lastUsedAt = now;
        }
    }

    @Override
    public String toString() {
        return name + " (" + origin + ", " + createdAt + ")";
    }
}
