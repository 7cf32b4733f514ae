package dev.quayside.catalog.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A category. It is changed under a lock on its row, and counts its version itself. */
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
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Category() {}

    Category(UUID id, String slug, String name, String description, Instant now) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.description = description;
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

    /** Renames it; the same name and description again is no change. */
    void rename(String newName, String newDescription, Instant now) {
        if (!name.equals(newName) || !description.equals(newDescription)) {
            name = newName;
            description = newDescription;
            version++;
            updatedAt = now;
        }
    }

    CategoryRequest request() {
        return new CategoryRequest(slug, name, description);
    }

    CategoryView view() {
        return new CategoryView(id, slug, name, description, createdAt, updatedAt);
    }
}
