package dev.quayside.catalog.product;

import dev.quayside.catalog.price.Price;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a variant is, checked and in one form: two that mean the same are equal.
 *
 * @param options by name, such as {@code size=M}
 * @param prices by currency code
 */
record VariantDefinition(
        String sku,
        @Nullable String barcode,
        @Nullable Long weightGrams,
        SortedMap<String, String> options,
        SortedMap<String, Price> prices) {}
