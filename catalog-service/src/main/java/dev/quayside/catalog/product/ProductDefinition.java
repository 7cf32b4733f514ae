package dev.quayside.catalog.product;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a product is, checked and in one form: two that mean the same are equal. */
record ProductDefinition(
        String slug,
        String title,
        String description,
        SortedMap<String, ProductText> translations,
        @Nullable String brand,
        List<String> tags,
        List<Attribute> attributes,
        ProductStatus status,
        @Nullable Instant publishAt,
        List<String> categories,
        List<VariantDefinition> variants) {

    /** What makes a product what it is now. */
    static ProductDefinition of(ProductView product) {
        return new ProductDefinition(
                product.slug(),
                product.title(),
                product.description(),
                product.translations(),
                product.brand(),
                product.tags(),
                product.attributes(),
                product.status(),
                product.publishAt(),
                product.categories(),
                product.variants().stream().map(VariantDefinition::of).toList());
    }
}
