package dev.quayside.catalog.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a product is, checked and in one form: two that mean the same are equal. */
record ProductDefinition(
        String slug,
        String title,
        String description,
        @Nullable String brand,
        List<String> tags,
        List<Attribute> attributes,
        ProductStatus status,
        @Nullable Instant publishAt,
        List<String> categories,
        List<VariantDefinition> variants) {}
