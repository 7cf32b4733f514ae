package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff see it. Stock is not part of it: it changes without the product.
 *
 * @param translations its texts in other languages, by their tags
 * @param publishAt an active product is public from then on; null if it always was
 * @param categories slugs, in the order given
 * @param version counts the changes; the ETag is made of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductView(
        UUID id,
        String slug,
        String title,
        String description,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, ProductText> translations,
        @Nullable String brand,
        List<String> tags,
        List<Attribute> attributes,
        ProductStatus status,
        @Nullable Instant publishAt,
        List<String> categories,
        List<VariantView> variants,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
