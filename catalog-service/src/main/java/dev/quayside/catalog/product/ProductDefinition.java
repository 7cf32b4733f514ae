package dev.quayside.catalog.product;

import java.util.List;

/** What a product is, checked and in one form: two that mean the same are equal. */
record ProductDefinition(
        String slug,
        String title,
        String description,
        ProductStatus status,
        List<String> categories,
        List<VariantDefinition> variants) {}
