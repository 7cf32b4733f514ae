package dev.quayside.gateway.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of staff, as admins and the member see it; {@code scopes} are those of all roles together. */
record UserView(
        UUID id,
        String email,
        String name,
        String status,
        List<String> roles,
        List<String> scopes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSignInAt) {}
