package dev.quayside.catalog.category;

import dev.quayside.catalog.Shape;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where categories stand. Whoever changes that holds the tree's one lock until the end of the transaction: two moves that are each right
 * by themselves could make a circle together.
 */
@ApplicationScoped
class CategoryTree {
    static final int DEEPEST = 8;
    static final int MOST_CHILDREN = 500;
    static final int LAST_POSITION = 999_999;

    /** Where a category stands: below which one, and its place among the siblings. */
    record Place(@Nullable UUID parentId, int position) {}

    private final CategoryRepository categories;
    private final Shape shape;
    private final EntityManager database;

    CategoryTree(CategoryRepository categories, Shape shape, EntityManager database) {
        this.categories = categories;
        this.shape = shape;
        this.database = database;
    }

    /** Waits for whoever is changing the tree, or filing products by it; comes before any lock on a category's row. */
    void lock() {
        shape.change();
    }

    /** The place of a category that is new. */
    Place place(CategoryRequest request) {
        return place(request, null, 1);
    }

    /** The place that a category is asked to have; what would be no tree any more is a 422. */
    Place place(CategoryRequest request, Category moved) {
        String parent = request.parent();
        boolean stays = Objects.equals(parent, moved.request().parent());
        if (stays && request.position() != null) {
            return new Place(moved.parentId(), request.position());
        }
        return place(
                request, moved, categories.height(moved.slug(), moved.path().size()));
    }

    private Place place(CategoryRequest request, @Nullable Category moved, int height) {
        String slug = request.parent();
        Category parent = slug == null ? null : parent(slug);
        if (parent != null) {
            require(
                    !parent.path().contains(request.slug()),
                    "cycle",
                    "must not be the category itself or one below it");
            require(
                    parent.path().size() + height <= DEEPEST,
                    "too_deep",
                    "would make the tree deeper than " + DEEPEST + " levels");
        }
        UUID parentId = parent == null ? null : parent.id();
        CategoryRepository.Siblings siblings = categories.siblings(parentId, moved == null ? null : moved.id());
        require(siblings.count() < MOST_CHILDREN, "too_many_children", "has " + MOST_CHILDREN + " categories already");
        Integer asked = request.position();
        return new Place(parentId, asked == null ? Math.min(siblings.last() + 1, LAST_POSITION) : asked);
    }

    /** Writes the paths of these categories and of all below them, after they were placed. */
    void settle(Collection<UUID> ids) {
        database.createNativeQuery("""
                        with recursive tree as (
                            select c.id, coalesce(p.path, '{}') || c.slug as path,
                                coalesce(p.tree_key || ' ', '') || lpad(cast(c.position as text), 6, '0') || ':' || c.id as tree_key
                            from categories c left join categories p on p.id = c.parent_id
                            where c.id = any(:ids)
                            union all
                            select c.id, t.path || c.slug, t.tree_key || ' ' || lpad(cast(c.position as text), 6, '0') || ':' || c.id
                            from categories c join tree t on c.parent_id = t.id
                            where cardinality(t.path) <= :deepest)
                        update categories c set path = t.path, tree_key = t.tree_key
                        from tree t where t.id = c.id and (c.path, c.tree_key) is distinct from (t.path, t.tree_key)""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("deepest", DEEPEST)
                .executeUpdate();
    }

    private Category parent(String slug) {
        List<Category> found = categories.list("slug", slug);
        require(!found.isEmpty(), "unknown_category", "is not the slug of a category");
        return found.get(0);
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw ProblemException.invalidField("parent", code, message);
        }
    }
}
