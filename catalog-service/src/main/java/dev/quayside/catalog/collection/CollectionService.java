package dev.quayside.catalog.collection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.SqlFault;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff do with collections, and everybody's list of them. */
@ApplicationScoped
public class CollectionService {
    /** A collection with the version that its ETag is made of. */
    public record Versioned(CollectionView view, long version) {}

    private final CollectionRepository collections;
    private final CollectionWriter writer;
    private final MergePatch patches;
    private final AuditTrail trail;
    private final Languages languages;
    private final Clock clock;

    CollectionService(
            CollectionRepository collections,
            CollectionWriter writer,
            MergePatch patches,
            AuditTrail trail,
            Languages languages,
            Clock clock) {
        this.collections = collections;
        this.writer = writer;
        this.patches = patches;
        this.trail = trail;
        this.languages = languages;
        this.clock = clock;
    }

    @Transactional
    public Page<ListedCollection> list(UriInfo uri) {
        return collections.list(ListQuery.parse(uri, CollectionRepository.ALLOWED), uri);
    }

    /** The list as shoppers see it in a language. */
    @Transactional
    public Page<ListedCollection> list(UriInfo uri, Language language) {
        return collections.list(
                ListQuery.parse(uri, CollectionRepository.SHOWN), language, languages.address(uri, language));
    }

    /** One collection as the public sees it; 404 {@code collection_not_found}. */
    @Transactional
    public ListedCollection bySlug(String slug, Language language) {
        return collections
                .listed(Formats.isSlug(slug) ? slug : "")
                .orElseThrow(() -> notFound("slug " + slug))
                .in(language);
    }

    /** One collection; 404 {@code collection_not_found}. */
    @Transactional
    public Versioned get(UUID id) {
        return versioned(collections.findByIdOptional(id).orElseThrow(() -> notFound("id " + id)));
    }

    /** Creates a collection; 409 {@code slug_taken}. */
    public Versioned create(CollectionRequest request) {
        return Contended.transaction(() -> {
            ProductCollection collection = new ProductCollection(Ids.next(), clock.instant());
            Versioned created = write(collection, checked(request, Set.of()));
            trail.record("collection.created", subject(collection), null, created.view());
            return created;
        });
    }

    /** Merges a patch into a collection that is at the version of {@code ifMatch}. */
    public Versioned patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> merge(id, ifMatch, patch));
    }

    private Versioned merge(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        if (patch != null && patch.has("rule")) {
            writer.beforeRuleChanges();
        }
        ProductCollection collection = locked(id);
        CollectionView before = writer.view(collection);
        EntityTags.requireMatch(ifMatch, collection.version(), before);
        CollectionRequest current = new CollectionRequest(
                before.slug(),
                before.title(),
                before.description(),
                before.translations(),
                before.rule(),
                before.products());
        CollectionRequest merged =
                checked(patches.apply(current, patch, CollectionRequest.class), collection.languages());
        if (merged.equals(current)) {
            trail.record("collection.updated", subject(collection), before, before);
            return new Versioned(before, collection.version());
        }
        Versioned updated = write(collection, merged);
        trail.record("collection.updated", subject(collection), before, updated.view());
        return updated;
    }

    private CollectionRequest checked(CollectionRequest request, Set<String> before) {
        return request.with(Translations.checked(request.translations(), languages.others(), before));
    }

    private Versioned write(ProductCollection collection, CollectionRequest request) {
        try {
            writer.write(collection, request);
            return versioned(collection);
        } catch (PersistenceException refused) {
            boolean taken = SqlFault.behind(refused)
                    .filter(fault -> fault.constraint().equals("collections_slug_unique"))
                    .isPresent();
            throw taken
                    ? new ProblemException(
                            CatalogProblem.SLUG_TAKEN, "another collection has the slug " + request.slug())
                    : refused;
        }
    }

    /** Deletes a collection; its products stay. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            writer.beforeRuleChanges();
            ProductCollection collection = locked(id);
            CollectionView before = writer.view(collection);
            if (ifMatch != null) {
                EntityTags.requireMatch(ifMatch, collection.version(), before);
            }
            collections.delete(collection);
            writer.announce();
            trail.record("collection.deleted", subject(collection), before, null);
            return id;
        });
    }

    private ProductCollection locked(UUID id) {
        return collections.lock(id).orElseThrow(() -> notFound("id " + id));
    }

    private Versioned versioned(ProductCollection collection) {
        return new Versioned(writer.view(collection), collection.version());
    }

    private static Subject subject(ProductCollection collection) {
        return Subject.of("collection", collection.id());
    }

    private static ProblemException notFound(String key) {
        return new ProblemException(CatalogProblem.COLLECTION_NOT_FOUND, "no collection has the " + key);
    }
}
