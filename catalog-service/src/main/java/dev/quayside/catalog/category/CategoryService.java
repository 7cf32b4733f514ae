package dev.quayside.catalog.category;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.SqlFault;
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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff do with categories, and everybody's list of them. */
@ApplicationScoped
public class CategoryService {
    /** A category with the version that its ETag is made of. */
    public record Versioned(CategoryView view, long version) {}

    private final CategoryRepository categories;
    private final MergePatch patches;
    private final AuditTrail trail;
    private final Clock clock;

    CategoryService(CategoryRepository categories, MergePatch patches, AuditTrail trail, Clock clock) {
        this.categories = categories;
        this.patches = patches;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Page<CategoryView> list(UriInfo uri) {
        return categories.list(ListQuery.parse(uri, CategoryRepository.ALLOWED), uri);
    }

    /** One category; 404 {@code category_not_found}. */
    @Transactional
    public Versioned get(UUID id) {
        return versioned(categories.findByIdOptional(id).orElseThrow(() -> notFound(id)));
    }

    /** Creates a category; 409 {@code slug_taken}. */
    public Versioned create(CategoryRequest request) {
        return Contended.transaction(() -> insert(request));
    }

    private Versioned insert(CategoryRequest request) {
        Category category =
                new Category(Ids.next(), request.slug(), request.name(), request.descriptionOrNone(), now());
        try {
            categories.persistAndFlush(category);
        } catch (PersistenceException refused) {
            throw refusal(refused, "categories_slug_unique", CatalogProblem.SLUG_TAKEN, request.slug());
        }
        trail.record("category.created", subject(category), null, category.view());
        return versioned(category);
    }

    /** Merges a patch into a category that is at the version of {@code ifMatch}. */
    public Versioned patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> merge(id, ifMatch, patch));
    }

    private Versioned merge(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        Category category = locked(id);
        CategoryView before = category.view();
        EntityTags.requireMatch(ifMatch, category.version(), before);
        CategoryRequest merged = patches.apply(category.request(), patch, CategoryRequest.class);
        if (!merged.slug().equals(category.slug())) {
            throw ProblemException.invalidField("slug", "immutable", "cannot be changed");
        }
        category.rename(merged.name(), merged.descriptionOrNone(), now());
        trail.record("category.updated", subject(category), before, category.view());
        return versioned(category);
    }

    /** Deletes a category that has no products; 409 {@code category_in_use}. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> remove(id, ifMatch));
    }

    private UUID remove(UUID id, @Nullable String ifMatch) {
        Category category = locked(id);
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, category.version(), category.view());
        }
        try {
            categories.delete(category);
            categories.flush();
            trail.record("category.deleted", subject(category), category.view(), null);
            return id;
        } catch (PersistenceException refused) {
            throw refusal(refused, "product_categories_category_fk", CatalogProblem.CATEGORY_IN_USE, category.slug());
        }
    }

    private Category locked(UUID id) {
        return categories.lock(id).orElseThrow(() -> notFound(id));
    }

    private static Subject subject(Category category) {
        return Subject.of("category", category.id());
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.CATEGORY_NOT_FOUND, "no category has the id " + id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Versioned versioned(Category category) {
        return new Versioned(category.view(), category.version());
    }

    private static RuntimeException refusal(
            PersistenceException refused, String constraint, CatalogProblem problem, String slug) {
        boolean expected = SqlFault.behind(refused)
                .filter(fault -> fault.constraint().equals(constraint))
                .isPresent();
        return expected ? new ProblemException(problem, slug + ": " + problem.title()) : refused;
    }
}
