package dev.quayside.catalog.product;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.SqlFault;
import dev.quayside.catalog.category.Categories;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Carries a checked definition into the rows of product, stock and storefront, in the caller's transaction. */
@ApplicationScoped
class ProductWriter {
    private final ProductRepository products;
    private final Categories categories;
    private final StockLedger stock;
    private final ReadModel readModel;
    private final Clock clock;

    ProductWriter(
            ProductRepository products, Categories categories, StockLedger stock, ReadModel readModel, Clock clock) {
        this.products = products;
        this.categories = categories;
        this.stock = stock;
        this.readModel = readModel;
        this.clock = clock;
    }

    ProductView create(String slug, ProductRequest request) {
        ProductDefinition definition = ProductRules.check(slug, request, ProductStatus.ACTIVE);
        return write(new Product(Ids.next(), now()), definition, request);
    }

    /** Makes a locked product what the request says; one that already is stays at its version. */
    ProductView replace(Product product, String slug, ProductRequest request) {
        ProductDefinition current = product.definition(slugs(product));
        ProductDefinition definition = ProductRules.check(slug, request, current.status());
        if (definition.equals(current)) {
            return view(product);
        }
        ProductView written = write(product, definition, request);
        if (!slug.equals(current.slug())) {
            products.rememberSlug(current.slug(), product.id(), now());
        }
        return written;
    }

    ProductView view(Product product) {
        return product.view(slugs(product));
    }

    /** The views of many products, with one statement for the slugs of all their categories. */
    List<ProductView> views(List<Product> found) {
        Map<UUID, String> slugs = categories.slugsOf(found.stream()
                .flatMap(product -> product.categories().stream())
                .distinct()
                .toList());
        return found.stream()
                .map(product -> product.view(slugs(product, slugs)))
                .toList();
    }

    private ProductView write(Product product, ProductDefinition definition, ProductRequest request) {
        List<UUID> categoryIds = categoryIds(definition.categories());
        openStock(product, request);
        product.define(definition, categoryIds, now());
        try {
            products.persist(product);
            products.flush();
        } catch (PersistenceException refused) {
            throw refusal(refused);
        }
        readModel.productChanged(product.id());
        return product.view(definition.categories());
    }

    /** Before the variants, which refer to these rows; and never for a sku whose stock is another product's. */
    private void openStock(Product product, ProductRequest request) {
        Map<String, @Nullable Long> opened = newStock(product.skus(), request);
        if (!opened.isEmpty()) {
            products.taken(opened.keySet(), product.id()).ifPresent(sku -> {
                throw skuTaken(sku);
            });
            stock.open(opened);
        }
    }

    private static Map<String, @Nullable Long> newStock(Set<String> known, ProductRequest request) {
        Map<String, @Nullable Long> opened = new TreeMap<>();
        request.variants().stream()
                .filter(variant -> !known.contains(variant.sku()))
                .forEach(variant -> opened.put(variant.sku(), variant.stock()));
        return opened;
    }

    private List<UUID> categoryIds(List<String> slugs) {
        Map<String, UUID> ids = categories.idsOf(slugs);
        List<FieldError> unknown = IntStream.range(0, slugs.size())
                .filter(i -> !ids.containsKey(slugs.get(i)))
                .mapToObj(i ->
                        new FieldError("categories[" + i + "]", "unknown_category", "is not the slug of a category"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    unknown.get(0).field() + " " + unknown.get(0).message(),
                    unknown);
        }
        return slugs.stream().map(slug -> Objects.requireNonNull(ids.get(slug))).toList();
    }

    private List<String> slugs(Product product) {
        return slugs(product, categories.slugsOf(product.categories()));
    }

    private static List<String> slugs(Product product, Map<UUID, String> slugs) {
        List<String> ordered = new ArrayList<>();
        product.categories().forEach(id -> ordered.add(Objects.requireNonNull(slugs.get(id))));
        return ordered;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ProblemException skuTaken(String sku) {
        return new ProblemException(CatalogProblem.SKU_TAKEN, "another product has the sku " + sku);
    }

    /** What a refused write means: another product has the slug, or the sku. */
    static RuntimeException refusal(PersistenceException refused) {
        SqlFault fault = SqlFault.behind(refused).orElse(null);
        if (fault == null) {
            return refused;
        }
        return switch (fault.constraint()) {
            case "products_slug_unique" ->
                new ProblemException(CatalogProblem.SLUG_TAKEN, "another product has the slug " + fault.value());
            case "variants_sku_unique" -> skuTaken(fault.value());
            default -> refused;
        };
    }
}
