package dev.quayside.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in as its owner sees it.
 *
 * @param lastUsedAt when a refresh token of it was last used; null when none was yet
 * @param device the program that signed in, as it names itself
 * @param address where it last called from
 * @param current whether this very request belongs to it
 */
@JsonInclude
public record SessionView(
        UUID id,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable String device,
        @Nullable String address,
        boolean current) {}
