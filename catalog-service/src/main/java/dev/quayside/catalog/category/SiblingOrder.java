package dev.quayside.catalog.category;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders all the categories below one, or at the top, at once. */
@ApplicationScoped
public class SiblingOrder {
    static final String ROOT = "root";

    private final CategoryRepository categories;
    private final CategoryTree tree;
    private final Announcements announcements;
    private final AuditTrail trail;
    private final Clock clock;

    SiblingOrder(
            CategoryRepository categories,
            CategoryTree tree,
            Announcements announcements,
            AuditTrail trail,
            Clock clock) {
        this.categories = categories;
        this.tree = tree;
        this.announcements = announcements;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Orders siblings; 409 {@code children_changed} if those there are not the ones that are named, so that nobody's move is undone
     * unseen.
     *
     * @param parent an id, or {@code root}
     */
    public List<CategoryView> order(String parent, List<String> slugs) {
        return Contended.transaction(() -> {
            tree.lock();
            return reorder(parent.equals(ROOT) ? null : parent(parent), parent, slugs);
        });
    }

    private List<CategoryView> reorder(@Nullable UUID parent, String subject, List<String> slugs) {
        List<CategoryView> before = categories.children(parent);
        List<String> known = before.stream().map(CategoryView::slug).toList();
        if (slugs.size() != known.size() || !Set.copyOf(slugs).equals(Set.copyOf(known))) {
            throw new ProblemException(CatalogProblem.CHILDREN_CHANGED, "name each of them once: " + known);
        }
        Map<String, UUID> ids = before.stream().collect(Collectors.toMap(CategoryView::slug, CategoryView::id));
        List<UUID> ordered = slugs.stream()
                .map(slug -> Objects.requireNonNull(ids.get(slug)))
                .toList();
        categories.order(ordered, clock.instant());
        tree.settle(ordered);
        announcements.announce(Set.of(Keys.CATEGORIES));
        trail.record(
                "category.reordered",
                Subject.of("category", subject),
                Map.of("children", known),
                Map.of("children", slugs));
        return categories.children(parent);
    }

    private UUID parent(String id) {
        return Formats.id(id)
                .flatMap(categories::lock)
                .map(Category::id)
                .orElseThrow(
                        () -> new ProblemException(CatalogProblem.CATEGORY_NOT_FOUND, "no category has the id " + id));
    }
}
