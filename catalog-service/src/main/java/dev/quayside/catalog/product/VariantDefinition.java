package dev.quayside.catalog.product;

import dev.quayside.catalog.price.Price;
import dev.quayside.catalog.stock.StockPolicy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a variant is, checked and in one form: two that mean the same are equal.
 *
 * @param options by name, such as {@code size=M}
 * @param prices by currency code
 * @param stock whether it is sold ahead of its stock
 */
record VariantDefinition(
        String sku,
        @Nullable String barcode,
        @Nullable Long weightGrams,
        SortedMap<String, String> options,
        SortedMap<String, Price> prices,
        StockPolicy stock) {

    static VariantDefinition of(VariantView variant) {
        SortedMap<String, Price> prices = new TreeMap<>();
        variant.prices().forEach(price -> prices.put(price.currency().code(), price));
        return new VariantDefinition(
                variant.sku(), variant.barcode(), variant.weightGrams(), variant.options(), prices, variant.policy());
    }

    VariantView view(UUID id) {
        boolean ahead = stock.kind() != StockPolicy.Kind.DENY;
        return new VariantView(
                id,
                sku,
                barcode,
                weightGrams,
                options,
                List.copyOf(prices.values()),
                ahead ? stock.kind() : null,
                ahead ? Long.valueOf(stock.limit()) : null,
                stock.availableAt(),
                stock.lowStock());
    }
}
