package dev.quayside.catalog.collection;

import dev.quayside.catalog.language.Translations;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A collection. It is changed under a lock on its row, and counts its version itself: its products by hand are part of it. */
@Entity
@Table(name = "collections")
class ProductCollection {
    @Id
    private UUID id;

    @Column
    private String slug;

    @Column
    private String title;

    @Column
    private String description;

    @Column
    @Convert(converter = CollectionTexts.Json.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private CollectionTexts translations;

    @Column
    @Convert(converter = RuleConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private @Nullable Rule rule;

    @Column
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ProductCollection() {}

    ProductCollection(UUID id, Instant now) {
        this.id = id;
        this.translations = CollectionTexts.NONE;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Set<String> languages() {
        return translations.byTag().keySet();
    }

    @Nullable
    Rule rule() {
        return rule;
    }

    void define(CollectionRequest request, Instant now) {
        slug = request.slug();
        title = request.title();
        description = request.descriptionOrNone();
        translations = new CollectionTexts(Translations.of(request.translations()));
        rule = request.rule();
        version++;
        updatedAt = now;
    }

    CollectionView view(List<String> products) {
        return new CollectionView(
                id,
                slug,
                title,
                description,
                translations.byTag(),
                rule,
                rule == null ? products : null,
                createdAt,
                updatedAt);
    }
}
