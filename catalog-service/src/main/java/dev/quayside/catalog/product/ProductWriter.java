package dev.quayside.catalog.product;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended.Overtaken;
import dev.quayside.catalog.SqlFault;
import dev.quayside.catalog.category.Categories;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.stock.OpenedStock;
import dev.quayside.catalog.stock.StockLedger;
import dev.quayside.catalog.stock.StockPolicy;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries checked definitions into the rows of product, stock and storefront, in the caller's transaction: one product is a batch of one.
 *
 * <p>Everybody locks in one order, so that two batches with the same products wait for each other and do not meet head-on: categories by
 * id, stock by sku, products that exist by id, new ones by slug. So what a batch is decided on is read before the locks; whoever finds
 * that it has changed meanwhile is run again.
 */
@ApplicationScoped
class ProductWriter {
    /** A product as it is wanted, and as it is; null if there is none of its slug. */
    record Wish(
            String slug, ProductRequest request, @Nullable ProductView current) {}

    private final ProductRepository products;
    private final ProductTables tables;
    private final Categories categories;
    private final StockLedger stock;
    private final ReadModel readModel;
    private final Clock clock;
    private final Languages languages;

    ProductWriter(
            ProductRepository products,
            ProductTables tables,
            Categories categories,
            StockLedger stock,
            ReadModel readModel,
            Clock clock,
            Languages languages) {
        this.products = products;
        this.tables = tables;
        this.categories = categories;
        this.stock = stock;
        this.readModel = readModel;
        this.clock = clock;
        this.languages = languages;
    }

    /** One product; what it is refused for is thrown. */
    ProductView write(Wish wish) {
        Written written = write(List.of(wish)).get(0);
        ProblemException refused = written.refused();
        if (refused != null) {
            throw refused;
        }
        return written.product();
    }

    /** What became of each wish, in their order. One that is refused does not hinder the others; one that changes nothing writes nothing. */
    List<Written> write(List<Wish> wishes) {
        Written[] results = new Written[wishes.size()];
        List<Change> changes = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < results.length; i++) {
            try {
                Change change = Change.of(i, wishes.get(i), now, languages.others());
                if (change.isNone()) {
                    results[i] = Written.unchanged(change.after());
                } else {
                    changes.add(change);
                }
            } catch (ProblemException refused) {
                results[i] = Written.refused(refused);
            }
        }
        if (!changes.isEmpty()) {
            Map<String, UUID> known = categories.idsOf(changes.stream()
                    .flatMap(change -> change.after().categories().stream())
                    .collect(Collectors.toSet()));
            Map<String, UUID> owners = owners(changes);
            requireApart(changes, owners);
            requireNewSlugs(changes, owners);
            changes.removeIf(change -> refuse(change, known, owners, results));
            apply(changes, known);
            rememberSlugs(changes, now);
            changes.forEach(change -> results[change.index()] = Written.changed(change.before(), change.after()));
        }
        return Arrays.asList(results);
    }

    /** A sku that goes from one product of a batch to another is there twice until the first is written: each needs its own. */
    private static void requireApart(List<Change> changes, Map<String, UUID> owners) {
        Set<UUID> changed = changes.stream().map(change -> change.after().id()).collect(Collectors.toSet());
        for (Change change : changes) {
            change.takenSku(owners)
                    .filter(sku -> changed.contains(owners.get(sku)))
                    .ifPresent(sku -> {
                        throw skuTaken(sku);
                    });
        }
    }

    /** A new product's sku may be had by the product of its very slug, which was not there when it was looked for. */
    private void requireNewSlugs(List<Change> changes, Map<String, UUID> owners) {
        List<String> slugs = changes.stream()
                .filter(change ->
                        change.before() == null && change.takenSku(owners).isPresent())
                .map(change -> change.after().slug())
                .toList();
        if (!slugs.isEmpty() && products.hasAny(slugs)) {
            throw new Overtaken("another product has one of the slugs since");
        }
    }

    private Map<String, UUID> owners(List<Change> changes) {
        return products.owners(
                changes.stream().flatMap(change -> change.newSkus().stream()).toList());
    }

    private static boolean refuse(
            Change change, Map<String, UUID> categories, Map<String, UUID> owners, Written[] results) {
        ProblemException refused = change.unknownCategory(categories).orElse(null);
        if (refused == null) {
            refused = change.takenSku(owners).map(ProductWriter::skuTaken).orElse(null);
        }
        if (refused != null) {
            results[change.index()] = Written.refused(refused);
        }
        return refused != null;
    }

    private void apply(List<Change> changes, Map<String, UUID> categoryIds) {
        if (changes.isEmpty()) {
            return;
        }
        openStock(changes);
        lock(changes);
        List<ProductView> fresh = after(changes, true);
        List<ProductView> updated = after(changes, false);
        try {
            if (!fresh.isEmpty() && tables.insert(fresh) < fresh.size()) {
                throw new Overtaken("another product has one of the slugs since");
            }
            if (!updated.isEmpty()) {
                tables.update(updated);
                tables.deleteOthers(updated);
            }
            tables.writeParts(changes.stream().map(Change::after).toList(), categoryIds);
        } catch (PersistenceException refused) {
            throw refusal(refused);
        }
        readModel.productsChanged(
                changes.stream().map(change -> change.after().id()).toList());
    }

    private void rememberSlugs(List<Change> changes, Instant now) {
        Map<UUID, String> gone = new TreeMap<>();
        changes.forEach(change ->
                change.slugBefore().ifPresent(slug -> gone.put(change.after().id(), slug)));
        if (!gone.isEmpty()) {
            products.rememberSlugs(gone, now);
        }
    }

    /** Before the variants, which refer to these rows; and never for a sku whose stock is another product's. */
    private void openStock(List<Change> changes) {
        SortedMap<String, @Nullable Long> units = new TreeMap<>();
        SortedMap<String, StockPolicy> policies = new TreeMap<>();
        changes.forEach(change -> {
            units.putAll(change.stock().units());
            policies.putAll(change.stock().policies());
        });
        if (units.isEmpty() && policies.isEmpty()) {
            return;
        }
        try {
            stock.open(new OpenedStock(units, policies));
        } catch (ProblemException refused) {
            requireFree(changes);
            throw refused;
        }
        requireFree(changes);
    }

    /** Asked again under the locks of the stock, which whoever gives a product a new sku has first. */
    private void requireFree(List<Change> changes) {
        Map<String, UUID> owners = owners(changes);
        if (changes.stream().anyMatch(change -> change.takenSku(owners).isPresent())) {
            throw new Overtaken("another product has one of the skus since");
        }
    }

    private void lock(List<Change> changes) {
        List<ProductView> known = new ArrayList<>();
        for (Change change : changes) {
            ProductView before = change.before();
            if (before != null) {
                known.add(before);
            }
        }
        if (known.isEmpty()) {
            return;
        }
        Map<UUID, Long> versions =
                products.lock(known.stream().map(ProductView::id).toList());
        for (ProductView product : known) {
            Long version = versions.get(product.id());
            if (version == null || version != product.version()) {
                throw new Overtaken("product " + product.id() + " has been changed since it was read");
            }
        }
    }

    private static List<ProductView> after(List<Change> changes, boolean fresh) {
        return changes.stream()
                .filter(change -> (change.before() == null) == fresh)
                .map(Change::after)
                .toList();
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
