package dev.quayside.catalog.product;

import java.util.SortedMap;

/**
 * What a variant is, checked and in one form: two that mean the same are equal.
 *
 * @param options by name, such as {@code size=M}
 * @param prices minor units by currency code
 */
record VariantDefinition(String sku, SortedMap<String, String> options, SortedMap<String, Long> prices) {}
