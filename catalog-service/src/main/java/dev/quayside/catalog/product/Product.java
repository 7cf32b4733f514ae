package dev.quayside.catalog.product;

import dev.quayside.kit.runtime.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A product. It is changed under a lock on its row and counts its version itself, because a change of a variant or a price is a change
 * of the product.
 */
@Entity
@Table(name = "products")
class Product {
    @Id
    private UUID id;

    @Column
    private String slug;

    @Column
    private String title;

    @Column
    private String description;

    @Column
    private @Nullable String brand;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    @Column
    @Convert(converter = AttributesConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<Attribute> attributes;

    @Column
    private ProductStatus status;

    @Column(name = "publish_at")
    private @Nullable Instant publishAt;

    @Column
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "product_id", nullable = false, updatable = false)
    @OrderBy("position")
    private Set<Variant> variants;

    @ElementCollection
    @CollectionTable(name = "product_categories", joinColumns = @JoinColumn(name = "product_id"))
    @OrderColumn(name = "position")
    @Column(name = "category_id")
    private List<UUID> categories;

    protected Product() {}

    Product(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.tags = List.of();
        this.attributes = List.of();
        this.variants = new LinkedHashSet<>();
        this.categories = new ArrayList<>();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    List<UUID> categories() {
        return categories;
    }

    Set<String> skus() {
        return variants.stream().map(Variant::sku).collect(Collectors.toSet());
    }

    /** Makes it what the definition says. A variant that keeps its sku keeps its id. */
    void define(ProductDefinition definition, List<UUID> categoryIds, Instant now) {
        slug = definition.slug();
        title = definition.title();
        description = definition.description();
        brand = definition.brand();
        tags = definition.tags();
        attributes = definition.attributes();
        status = definition.status();
        publishAt = definition.publishAt();
        updatedAt = now;
        version++;
        if (!categories.equals(categoryIds)) {
            categories.clear();
            categories.addAll(categoryIds);
        }
        defineVariants(definition.variants());
    }

    private void defineVariants(List<VariantDefinition> definitions) {
        Map<String, Variant> known = variants.stream().collect(Collectors.toMap(Variant::sku, Function.identity()));
        Set<Variant> kept = new LinkedHashSet<>();
        for (int position = 0; position < definitions.size(); position++) {
            VariantDefinition definition = definitions.get(position);
            Variant there = known.get(definition.sku());
            Variant variant = there == null ? new Variant(Ids.next(), definition.sku()) : there;
            variant.define(definition, position);
            kept.add(variant);
        }
        variants.retainAll(kept);
        variants.addAll(kept);
    }

    ProductDefinition definition(List<String> categorySlugs) {
        return new ProductDefinition(
                slug,
                title,
                description,
                brand,
                List.copyOf(tags),
                List.copyOf(attributes),
                status,
                publishAt,
                categorySlugs,
                ordered().map(Variant::definition).toList());
    }

    ProductView view(List<String> categorySlugs) {
        return new ProductView(
                id,
                slug,
                title,
                description,
                brand,
                List.copyOf(tags),
                List.copyOf(attributes),
                status,
                publishAt,
                categorySlugs,
                ordered().map(Variant::view).toList(),
                version,
                createdAt,
                updatedAt);
    }

    private Stream<Variant> ordered() {
        return variants.stream().sorted(Comparator.comparingInt(Variant::position));
    }
}
