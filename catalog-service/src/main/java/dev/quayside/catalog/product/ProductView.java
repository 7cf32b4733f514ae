package dev.quayside.catalog.product;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A product as staff see it. Stock is not part of it: it changes without the product.
 *
 * @param categories slugs, in the order given
 * @param version counts the changes; the ETag is made of it
 */
public record ProductView(
        UUID id,
        String slug,
        String title,
        String description,
        ProductStatus status,
        List<String> categories,
        List<VariantView> variants,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
