package dev.quayside.catalog.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as staff see it.
 *
 * @param translations its texts in other languages, by their tags
 * @param rule of one that is made by a rule
 * @param products slugs in their order, of one that is made by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionView(
        UUID id,
        String slug,
        String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, CollectionText> translations,
        @Nullable Rule rule,
        @Nullable List<String> products,
        Instant createdAt,
        Instant updatedAt) {}
