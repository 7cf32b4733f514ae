package dev.quayside.gateway.role;

import java.time.Instant;
import java.util.List;

/** A role as admins see it. */
record RoleView(
        String name, String description, List<String> scopes, boolean builtIn, Instant createdAt, Instant updatedAt) {}
