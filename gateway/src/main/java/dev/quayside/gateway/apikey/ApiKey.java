package dev.quayside.gateway.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of staff or a script. It is changed under a lock on its row, and counts its version itself. Its last use is written past this
 * entity, because a whole row that is written back would undo a change that was made meanwhile.
 */
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

    @Id
    private UUID id;

    @Column(name = "name")
    private String name;

    @Column(name = "hint")
    private @Nullable String hint;

    @Column(name = "scopes")
    private String[] scopes;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", updatable = false)
    private Origin origin;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "allowed_addresses")
    private String[] allowedAddresses;

    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "last_used_address", insertable = false, updatable = false)
    private @Nullable String lastUsedAddress;

    protected ApiKey() {}

    ApiKey(UUID id, String name, Origin origin, Instant now) {
        this.id = id;
        this.name = name;
        this.scopes = new String[0];
        this.origin = origin;
        this.allowedAddresses = new String[0];
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A key that staff make. */
    ApiKey(UUID id, KeyTerms terms, Instant now) {
        this(id, terms.name(), Origin.ADMIN, now);
        this.scopes = terms.scopes().toArray(String[]::new);
        this.expiresAt = terms.expiresAt();
        this.allowedAddresses = terms.allowedAddresses().toArray(String[]::new);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }

    List<String> scopes() {
        return List.copyOf(Arrays.asList(scopes));
    }

    List<String> allowedAddresses() {
        return List.copyOf(Arrays.asList(allowedAddresses));
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    boolean isOfEnvironment() {
        return origin == Origin.ENVIRONMENT;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    KeyTerms terms() {
        return new KeyTerms(name, scopes(), expiresAt, allowedAddresses());
    }

    /** Gives it other terms; the same again are no change. */
    void change(KeyTerms wanted, Instant now) {
        if (!wanted.equals(terms())) {
            name = wanted.name();
            scopes = wanted.scopes().toArray(String[]::new);
            expiresAt = wanted.expiresAt();
            allowedAddresses = wanted.allowedAddresses().toArray(String[]::new);
            touch(now);
        }
    }

    /** Shows the beginning of its new secret, to tell keys apart by. */
    void hint(String newHint) {
        hint = newHint;
    }

    /** What the deployment's settings say of their own key. */
    void grant(List<String> newScopes, Instant now) {
        String[] sorted = newScopes.stream().sorted().toArray(String[]::new);
        if (revokedAt != null || !Arrays.equals(scopes, sorted)) {
            scopes = sorted;
            revokedAt = null;
            touch(now);
        }
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            touch(now);
        }
    }

    /** Notes a change. */
    void touch(Instant now) {
        version++;
        updatedAt = now;
    }

    ApiKeyView view(@Nullable Instant previousSecretUntil, Instant now) {
        return new ApiKeyView(
                id,
                name,
                hint,
                scopes(),
                ApiKeyStatus.of(revokedAt, expiresAt, now).text(),
                origin.name().toLowerCase(Locale.ROOT),
                expiresAt,
                allowedAddresses(),
                previousSecretUntil == null || !now.isBefore(previousSecretUntil) ? null : previousSecretUntil,
                createdAt,
                updatedAt,
                revokedAt,
                lastUsedAt,
                lastUsedAddress);
    }

    @Override
    public String toString() {
        return name + " (" + origin + ", " + createdAt + ")";
    }
}
