package dev.quayside.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity as its owner sees it.
 *
 * @param provider the provider's name in paths
 * @param email the address at the provider, when it was last used; null when it told none
 * @param lastUsedAt when its owner last signed in by it; null when that was not yet
 */
@JsonInclude
public record IdentityView(
        UUID id,
        String provider,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
