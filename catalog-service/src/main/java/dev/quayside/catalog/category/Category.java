package dev.quayside.catalog.category;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A category. It is changed under a lock on its row, and counts its version itself. Its path follows from where it stands and is
 * written by {@link CategoryTree}.
 */
@Entity
@Table(name = "categories")
class Category {
    @Id
    private UUID id;

    @Column
    private String slug;

    @Column
    private String name;

    @Column
    private String description;

    @Column
    @Convert(converter = CategoryTexts.Json.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private CategoryTexts translations;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    @Column
    private int position;

    @Column(insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> path;

    @Column(name = "product_count", insertable = false, updatable = false)
    private long productCount;

    @Column
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Category() {}

    Category(UUID id, CategoryRequest request, CategoryTree.Place place, Instant now) {
        this.id = id;
        this.slug = request.slug();
        this.name = request.name();
        this.description = request.descriptionOrNone();
        this.translations = request.texts();
        this.parentId = place.parentId();
        this.position = place.position();
        this.path = List.of(slug);
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String slug() {
        return slug;
    }

    List<String> path() {
        return path;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    int position() {
        return position;
    }

    /** Names and places it; what is the same again is no change. */
    void define(CategoryRequest request, CategoryTree.Place place, Instant now) {
        boolean same = name.equals(request.name())
                && description.equals(request.descriptionOrNone())
                && translations.equals(request.texts())
                && position == place.position()
                && Objects.equals(parentId, place.parentId());
        if (!same) {
            name = request.name();
            description = request.descriptionOrNone();
            translations = request.texts();
            parentId = place.parentId();
            position = place.position();
            version++;
            updatedAt = now;
        }
    }

    CategoryRequest request() {
        return new CategoryRequest(slug, name, description, translations.byTag(), parent(), position);
    }

    CategoryView view() {
        return new CategoryView(
                id,
                slug,
                name,
                description,
                translations.byTag(),
                parent(),
                position,
                path.size(),
                productCount,
                createdAt,
                updatedAt);
    }

    private @Nullable String parent() {
        return path.size() > 1 ? path.get(path.size() - 2) : null;
    }
}
