package dev.quayside.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.product.ProductWriter.Wish;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.trash.Trash;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staff and scripts do with products. Each write is one transaction, run again if it was the victim of a deadlock. */
@ApplicationScoped
public class ProductService {
    /** A product after an upsert, and whether it is new. */
    public record Upserted(ProductView product, boolean created) {}

    private final ProductRepository products;
    private final ProductViews views;
    private final ProductWriter writer;
    private final ReadModel readModel;
    private final MergePatch patches;
    private final Trash trash;
    private final KeptPolicies policies;
    private final AuditTrail trail;

    ProductService(
            ProductRepository products,
            ProductViews views,
            ProductWriter writer,
            ReadModel readModel,
            MergePatch patches,
            Trash trash,
            KeptPolicies policies,
            AuditTrail trail) {
        this.products = products;
        this.views = views;
        this.writer = writer;
        this.readModel = readModel;
        this.patches = patches;
        this.trash = trash;
        this.policies = policies;
        this.trail = trail;
    }

    /** A page of products. */
    @Transactional
    public Page<ProductView> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ProductFilters.ALLOWED);
        Page<UUID> page = products.ids(query, new ProductFilters(query.filters()), uri);
        Map<UUID, ProductView> found =
                views.of(page.data()).stream().collect(Collectors.toMap(ProductView::id, Function.identity()));
        return new Page<>(
                page.data().stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .toList(),
                page.page());
    }

    /** One product; 404 {@code product_not_found}. */
    @Transactional
    public ProductView get(UUID id) {
        return views.find(id).orElseThrow(() -> notFound(id));
    }

    /** Creates a product, in the caller's transaction if there is one; 409 {@code slug_taken}, {@code sku_taken}. */
    @Transactional
    public ProductView create(ProductRequest request) {
        String slug = request.slug();
        if (slug == null) {
            throw ProblemException.invalidField("slug", "not_null", "must not be null");
        }
        if (!views.ofSlugs(List.of(slug)).isEmpty()) {
            throw new ProblemException(CatalogProblem.SLUG_TAKEN, "another product has the slug " + slug);
        }
        return written(null, slug, request);
    }

    /** Makes the product of a slug what the request says, creating it if need be; the same twice is no change. */
    public Upserted upsert(String slug, ProductRequest request, @Nullable String ifMatch) {
        return Contended.transaction(() -> {
            ProductView current =
                    views.ofSlugs(List.of(slug)).stream().findFirst().orElse(null);
            if (ifMatch != null) {
                requireMatch(slug, current, ifMatch);
            }
            return new Upserted(written(current, slug, request), current == null);
        });
    }

    private static void requireMatch(String slug, @Nullable ProductView current, String ifMatch) {
        if (current == null) {
            throw new ProblemException(
                    CommonProblem.STALE, "there is no product " + slug + " that If-Match could name");
        }
        EntityTags.requireMatch(ifMatch, current.version(), current);
    }

    /** Merges a patch into a product that is at the version of {@code ifMatch}. */
    public ProductView patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> {
            // Not locked: the writer locks stock before it, and runs this again if another version is there by then.
            ProductView current = get(id);
            EntityTags.requireMatch(ifMatch, current.version(), current);
            ProductRequest merged = patches.apply(ProductRequest.of(current), patch, ProductRequest.class)
                    .whole();
            String slug = merged.slug();
            if (slug == null) {
                throw ProblemException.invalidField("slug", "not_null", "must not be null");
            }
            return written(current, slug, merged);
        });
    }

    /** Deletes a product, which can be restored for 30 days. The stock of its skus stays: units may be held for orders. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            ProductView product = locked(id);
            if (ifMatch != null) {
                EntityTags.requireMatch(ifMatch, product.version(), product);
            }
            trail.record("product.deleted", Subject.of("product", id), product, null);
            readModel.productGoes(id);
            trash.delete(id, policies.write(product));
            return id;
        });
    }

    private ProductView written(@Nullable ProductView before, String slug, ProductRequest request) {
        ProductView after = writer.write(new Wish(slug, request, before));
        String action = before == null ? "product.created" : "product.updated";
        trail.record(action, Subject.of("product", after.id()), before, after);
        return after;
    }

    /** A product as it is under its lock. */
    private ProductView locked(UUID id) {
        if (products.lock(List.of(id)).isEmpty()) {
            throw notFound(id);
        }
        return views.find(id).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.PRODUCT_NOT_FOUND, "no product has the id " + id);
    }
}
