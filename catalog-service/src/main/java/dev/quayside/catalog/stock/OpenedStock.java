package dev.quayside.catalog.stock;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a product's variants say of their stock.
 *
 * @param units on hand, of skus that the product has not had; null for as many as there are
 * @param policies of these, and of those whose policy is another one now
 */
public record OpenedStock(SortedMap<String, @Nullable Long> units, SortedMap<String, StockPolicy> policies) {
    SortedSet<String> skus() {
        SortedSet<String> skus = new TreeSet<>(units.keySet());
        skus.addAll(policies.keySet());
        return skus;
    }
}
