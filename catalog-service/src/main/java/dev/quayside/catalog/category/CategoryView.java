package dev.quayside.catalog.category;

import java.time.Instant;
import java.util.UUID;

/** A category as everybody sees it. */
public record CategoryView(
        UUID id, String slug, String name, String description, Instant createdAt, Instant updatedAt) {}
