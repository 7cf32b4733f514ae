package dev.quayside.catalog.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category as everybody sees it.
 *
 * @param parent the slug of the one above it; left out at the top
 * @param position sorts it among its siblings
 * @param depth 1 at the top
 * @param productCount public products in it and below it; it follows changes within seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryView(
        UUID id,
        String slug,
        String name,
        String description,
        @Nullable String parent,
        int position,
        int depth,
        long productCount,
        Instant createdAt,
        Instant updatedAt) {}
