package dev.quayside.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.SqlFault;
import dev.quayside.catalog.cache.Announcements;
import dev.quayside.catalog.cache.Keys;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.language.Translations;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff do with categories, and everybody's list of them. */
@ApplicationScoped
public class CategoryService {
    /** A category with the version that its ETag is made of. */
    public record Versioned(CategoryView view, long version) {}

    private final CategoryRepository categories;
    private final CategoryTree tree;
    private final CategoryChanged changed;
    private final Announcements announcements;
    private final MergePatch patches;
    private final AuditTrail trail;
    private final Languages languages;
    private final Clock clock;

    CategoryService(
            CategoryRepository categories,
            CategoryTree tree,
            CategoryChanged changed,
            Announcements announcements,
            MergePatch patches,
            AuditTrail trail,
            Languages languages,
            Clock clock) {
        this.categories = categories;
        this.tree = tree;
        this.changed = changed;
        this.announcements = announcements;
        this.patches = patches;
        this.trail = trail;
        this.languages = languages;
        this.clock = clock;
    }

    @Transactional
    public Page<CategoryView> list(UriInfo uri) {
        return categories.list(ListQuery.parse(uri, CategoryFilters.ALLOWED), uri);
    }

    /** The list as shoppers see it in a language. */
    @Transactional
    public Page<CategoryView> list(UriInfo uri, Language language) {
        return categories.list(ListQuery.parse(uri, CategoryFilters.SHOWN), language, languages.address(uri, language));
    }

    /** One category; 404 {@code category_not_found}. */
    @Transactional
    public Versioned get(UUID id) {
        return versioned(categories.findByIdOptional(id).orElseThrow(() -> notFound("id " + id)));
    }

    /** One category by slug, with the way down to it and those below it; 404 {@code category_not_found}. */
    @Transactional
    public CategoryPage page(String slug, Language language) {
        Category category = categories
                .find("slug", Formats.isSlug(slug) ? slug : "")
                .firstResultOptional()
                .orElseThrow(() -> notFound("slug " + slug));
        return new CategoryPage(
                category.view().in(language),
                categories.breadcrumbs(category.id(), language),
                categories.children(category.id()).stream()
                        .map(child -> child.in(language))
                        .toList());
    }

    /** Creates a category; 409 {@code slug_taken}. */
    public Versioned create(CategoryRequest request) {
        return Contended.transaction(() -> insert(request));
    }

    private Versioned insert(CategoryRequest request) {
        Translations.checked(request.translations(), languages.others(), Set.of());
        tree.lock();
        Category category = new Category(Ids.next(), request, tree.place(request), now());
        try {
            categories.persistAndFlush(category);
        } catch (PersistenceException refused) {
            throw refusal(refused, request.slug());
        }
        tree.settle(List.of(category.id()));
        Versioned created = versioned(categories.reread(category));
        announcements.announce(Set.of(Keys.CATEGORIES));
        trail.record("category.created", subject(category), null, created.view());
        return created;
    }

    /** Merges a patch into a category that is at the version of {@code ifMatch}. */
    public Versioned patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> merge(id, ifMatch, patch));
    }

    private Versioned merge(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        boolean moves = patch != null && (patch.has("parent") || patch.has("position"));
        if (moves) {
            tree.lock();
        }
        Category category = locked(id);
        CategoryView before = category.view();
        long version = category.version();
        EntityTags.requireMatch(ifMatch, version, before);
        CategoryRequest merged = patches.apply(category.request(), patch, CategoryRequest.class);
        if (!merged.slug().equals(category.slug())) {
            throw ProblemException.invalidField("slug", "immutable", "cannot be changed");
        }
        Translations.checked(
                merged.translations(),
                languages.others(),
                category.request().texts().byTag().keySet());
        category.define(merged, moves ? newPlace(category, merged, patch) : place(category), now());
        if (category.version() != version) {
            categories.flush();
            if (moves) {
                tree.settle(List.of(id));
                categories.reread(category);
            }
            changed.owe(id, category.version());
            announcements.announce(Set.of(Keys.CATEGORIES));
        }
        trail.record("category.updated", subject(category), before, category.view());
        return versioned(category);
    }

    /** One that goes elsewhere without saying to which position comes last there. */
    private CategoryTree.Place newPlace(Category category, CategoryRequest merged, @Nullable JsonNode patch) {
        boolean stays = Objects.equals(merged.parent(), category.request().parent());
        boolean last = !stays && patch != null && !patch.has("position");
        return tree.place(last ? merged.withoutPosition() : merged, category);
    }

    private static CategoryTree.Place place(Category category) {
        return new CategoryTree.Place(category.parentId(), category.position());
    }

    /** Deletes a category without products and children; 409 {@code category_in_use}, {@code category_has_children}. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> remove(id, ifMatch));
    }

    private UUID remove(UUID id, @Nullable String ifMatch) {
        tree.lock();
        Category category = locked(id);
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, category.version(), category.view());
        }
        try {
            categories.delete(category);
            categories.flush();
            announcements.announce(Set.of(Keys.CATEGORIES));
            trail.record("category.deleted", subject(category), category.view(), null);
            return id;
        } catch (PersistenceException refused) {
            throw refusal(refused, category.slug());
        }
    }

    private Category locked(UUID id) {
        return categories.lock(id).orElseThrow(() -> notFound("id " + id));
    }

    private static Subject subject(Category category) {
        return Subject.of("category", category.id());
    }

    private static ProblemException notFound(String key) {
        return new ProblemException(CatalogProblem.CATEGORY_NOT_FOUND, "no category has the " + key);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Versioned versioned(Category category) {
        return new Versioned(category.view(), category.version());
    }

    private static RuntimeException refusal(PersistenceException refused, String slug) {
        String constraint = SqlFault.behind(refused).map(SqlFault::constraint).orElse("");
        return switch (constraint) {
            case "categories_slug_unique" -> problem(CatalogProblem.SLUG_TAKEN, slug);
            case "product_categories_category_fk" -> problem(CatalogProblem.CATEGORY_IN_USE, slug);
            case "categories_parent_fk" -> problem(CatalogProblem.CATEGORY_HAS_CHILDREN, slug);
            default -> refused;
        };
    }

    private static ProblemException problem(CatalogProblem problem, String slug) {
        return new ProblemException(problem, slug + ": " + problem.title());
    }
}
