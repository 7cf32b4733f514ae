package dev.quayside.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.trash.Trash;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemCode;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What staff and scripts do with products. Each write is one transaction, run again if it was the victim of a deadlock. */
@ApplicationScoped
public class ProductService {
    /** A product after an upsert, and whether it is new. */
    public record Upserted(ProductView product, boolean created) {}

    /** What an upsert is refused for when another one of the same slug is committed in between. */
    private static final Set<ProblemCode> RACED =
            Set.of(CatalogProblem.SLUG_TAKEN, CatalogProblem.SKU_TAKEN, CatalogProblem.STOCK_BELOW_RESERVED);

    private final ProductRepository products;
    private final ProductWriter writer;
    private final MergePatch patches;
    private final Trash trash;
    private final AuditTrail trail;

    ProductService(
            ProductRepository products, ProductWriter writer, MergePatch patches, Trash trash, AuditTrail trail) {
        this.products = products;
        this.writer = writer;
        this.patches = patches;
        this.trash = trash;
        this.trail = trail;
    }

    /** A page of products. */
    @Transactional
    public Page<ProductView> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ProductFilters.ALLOWED);
        Page<UUID> page = products.ids(query, new ProductFilters(query.filters()), uri);
        Map<UUID, ProductView> views = writer.views(products.whole(page.data())).stream()
                .collect(Collectors.toMap(ProductView::id, Function.identity()));
        return new Page<>(
                page.data().stream()
                        .flatMap(id -> Optional.ofNullable(views.get(id)).stream())
                        .toList(),
                page.page());
    }

    /** One product; 404 {@code product_not_found}. */
    @Transactional
    public ProductView get(UUID id) {
        return products.findByIdOptional(id).map(writer::view).orElseThrow(() -> notFound(id));
    }

    /** Creates a product, in the caller's transaction if there is one; 409 {@code slug_taken}, {@code sku_taken}. */
    @Transactional
    public ProductView create(ProductRequest request) {
        String slug = request.slug();
        if (slug == null) {
            throw ProblemException.invalidField("slug", "not_null", "must not be null");
        }
        return created(slug, request);
    }

    /** Makes the product of a slug what the request says, creating it if need be; the same twice is no change. */
    public Upserted upsert(String slug, ProductRequest request, @Nullable String ifMatch) {
        try {
            return Contended.transaction(() -> createOrReplace(slug, request, ifMatch));
        } catch (ProblemException refused) {
            if (!RACED.contains(refused.code())) {
                throw refused;
            }
            // If it was by a product of this slug that was not there a moment ago, it is there now.
            return Contended.transaction(() -> createOrReplace(slug, request, ifMatch));
        }
    }

    private Upserted createOrReplace(String slug, ProductRequest request, @Nullable String ifMatch) {
        Product product = products.lockBySlug(slug).orElse(null);
        if (product == null && ifMatch != null) {
            throw new ProblemException(
                    CommonProblem.STALE, "there is no product " + slug + " that If-Match could name");
        }
        if (product == null) {
            return new Upserted(created(slug, request), true);
        }
        requireMatchIfSent(ifMatch, product);
        return new Upserted(replaced(product, writer.view(product), slug, request), false);
    }

    /** Merges a patch into a product that is at the version of {@code ifMatch}. */
    public ProductView patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        return Contended.transaction(() -> {
            Product product = locked(id);
            ProductView current = writer.view(product);
            EntityTags.requireMatch(ifMatch, product.version(), current);
            ProductRequest merged = patches.apply(ProductRequest.of(current), patch, ProductRequest.class);
            String slug = merged.slug();
            if (slug == null) {
                throw ProblemException.invalidField("slug", "not_null", "must not be null");
            }
            return replaced(product, current, slug, merged);
        });
    }

    /** Deletes a product, which can be restored for 30 days. The stock of its skus stays: units may be held for orders. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            Product product = locked(id);
            requireMatchIfSent(ifMatch, product);
            trail.record("product.deleted", Subject.of("product", id), writer.view(product), null);
            trash.delete(id);
            return id;
        });
    }

    private ProductView created(String slug, ProductRequest request) {
        ProductView product = writer.create(slug, request);
        trail.record("product.created", Subject.of("product", product.id()), null, product);
        return product;
    }

    private ProductView replaced(Product product, ProductView before, String slug, ProductRequest request) {
        ProductView after = writer.replace(product, slug, request);
        trail.record("product.updated", Subject.of("product", product.id()), before, after);
        return after;
    }

    private void requireMatchIfSent(@Nullable String ifMatch, Product product) {
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, product.version(), writer.view(product));
        }
    }

    private Product locked(UUID id) {
        return products.lock(id).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.PRODUCT_NOT_FOUND, "no product has the id " + id);
    }
}
