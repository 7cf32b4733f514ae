package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.price.Price;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A variant as staff see it; prices are sorted by currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariantView(
        UUID id,
        String sku,
        @Nullable String barcode,
        @Nullable Long weightGrams,
        SortedMap<String, String> options,
        List<Price> prices) {}
