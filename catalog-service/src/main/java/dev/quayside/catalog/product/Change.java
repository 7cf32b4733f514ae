package dev.quayside.catalog.product;

import dev.quayside.catalog.product.ProductWriter.Wish;
import dev.quayside.catalog.stock.OpenedStock;
import dev.quayside.catalog.stock.StockPolicy;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A product before and after what was wished.
 *
 * @param index of the wish among those it was made with
 * @param before null for a new product
 * @param stock units that the wish gives each sku that the product does not have yet, and policies of stock that are new
 */
record Change(int index, @Nullable ProductView before, ProductView after, OpenedStock stock) {

    /**
     * What a wish changes; a rule that it breaks is thrown. A variant that keeps its sku keeps its id.
     *
     * @param languages that the shop translates to
     */
    static Change of(int index, Wish wish, Instant now, Set<String> languages) {
        ProductView before = wish.current();
        ProductDefinition definition = ProductRules.check(wish.slug(), wish.request(), before, languages);
        if (before != null && ProductDefinition.of(before).equals(definition)) {
            return new Change(index, before, before, new OpenedStock(new TreeMap<>(), new TreeMap<>()));
        }
        Map<String, UUID> known = new HashMap<>();
        if (before != null) {
            before.variants().forEach(variant -> known.put(variant.sku(), variant.id()));
        }
        OpenedStock stock = new OpenedStock(newStock(wish.request(), known.keySet()), policies(before, definition));
        return new Change(index, before, after(before, definition, known, now), stock);
    }

    boolean isNone() {
        return after.equals(before);
    }

    /** The slug that it had, if it has another now. */
    Optional<String> slugBefore() {
        return Optional.ofNullable(before).map(ProductView::slug).filter(slug -> !slug.equals(after.slug()));
    }

    Set<String> newSkus() {
        return stock.units().keySet();
    }

    /** One of the new skus that another product has. */
    Optional<String> takenSku(Map<String, UUID> owners) {
        return newSkus().stream()
                .filter(sku -> owners.containsKey(sku) && !after.id().equals(owners.get(sku)))
                .findFirst();
    }

    /** The problem that a category is not among those that exist. */
    Optional<ProblemException> unknownCategory(Map<String, UUID> categories) {
        List<FieldError> unknown = IntStream.range(0, after.categories().size())
                .filter(i -> !categories.containsKey(after.categories().get(i)))
                .mapToObj(i ->
                        new FieldError("categories[" + i + "]", "unknown_category", "is not the slug of a category"))
                .toList();
        return unknown.stream()
                .findFirst()
                .map(first -> new ProblemException(
                        CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), unknown));
    }

    private static ProductView after(
            @Nullable ProductView before, ProductDefinition definition, Map<String, UUID> known, Instant now) {
        List<VariantView> variants = new ArrayList<>();
        for (VariantDefinition variant : definition.variants()) {
            UUID id = known.get(variant.sku());
            variants.add(variant.view(id == null ? Ids.next() : id));
        }
        return new ProductView(
                before == null ? Ids.next() : before.id(),
                definition.slug(),
                definition.title(),
                definition.description(),
                definition.translations(),
                definition.brand(),
                definition.tags(),
                definition.attributes(),
                definition.status(),
                definition.publishAt(),
                definition.categories(),
                variants,
                before == null ? 1 : before.version() + 1,
                before == null ? now : before.createdAt(),
                now);
    }

    private static SortedMap<String, StockPolicy> policies(@Nullable ProductView before, ProductDefinition definition) {
        Map<String, StockPolicy> known = new HashMap<>();
        if (before != null) {
            before.variants().forEach(variant -> known.put(variant.sku(), variant.policy()));
        }
        SortedMap<String, StockPolicy> others = new TreeMap<>();
        definition.variants().stream()
                .filter(variant -> !variant.stock().equals(known.get(variant.sku())))
                .forEach(variant -> others.put(variant.sku(), variant.stock()));
        return others;
    }

    private static SortedMap<String, @Nullable Long> newStock(ProductRequest request, Set<String> known) {
        SortedMap<String, @Nullable Long> opened = new TreeMap<>();
        request.variants().stream()
                .filter(variant -> !known.contains(variant.sku()))
                .forEach(variant -> opened.put(variant.sku(), variant.stock()));
        return opened;
    }
}
