package dev.quayside.gateway.apikey;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a key is good. It is not stored: time alone makes a key expire. */
enum ApiKeyStatus {
    ACTIVE("k.revoked_at is null and (k.expires_at is null or k.expires_at > :now)"),
    EXPIRED("k.revoked_at is null and k.expires_at <= :now"),
    REVOKED("k.revoked_at is not null and cast(:now as timestamptz) is not null");

    private final String condition;

    ApiKeyStatus(String condition) {
        this.condition = condition;
    }

    static ApiKeyStatus of(@Nullable Instant revokedAt, @Nullable Instant expiresAt, Instant now) {
        if (revokedAt != null) {
            return REVOKED;
        }
        return expiresAt == null || now.isBefore(expiresAt) ? ACTIVE : EXPIRED;
    }

    /** The same as a condition in SQL on a key {@code k} and the time {@code :now}. */
    String condition() {
        return condition;
    }

    /** The status on the wire. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
