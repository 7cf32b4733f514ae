package dev.quayside.catalog.product;

import dev.quayside.kit.money.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** A variant as staff see it; prices are sorted by currency. */
public record VariantView(UUID id, String sku, SortedMap<String, String> options, List<Money> prices) {}
