package dev.quayside.gateway.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as admins see it, without its secret.
 *
 * @param hint the beginning of the newest secret; not known of the deployment's own key
 * @param origin {@code environment} for the deployment's own key, else {@code admin}
 * @param allowedAddresses networks in CIDR form; empty for any address
 * @param previousSecretUntil until when a secret from before a rotation is good; null when there is none
 * @param lastUsedAt to the minute
 */
public record ApiKeyView(
        UUID id,
        String name,
        @Nullable String hint,
        List<String> scopes,
        String status,
        String origin,
        @Nullable Instant expiresAt,
        List<String> allowedAddresses,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {}
