package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.price.Price;
import dev.quayside.catalog.stock.StockPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A variant as staff see it; prices are sorted by currency.
 *
 * @param stockPolicy null for deny
 * @param lowStock null for what the shop's setting says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariantView(
        UUID id,
        String sku,
        @Nullable String barcode,
        @Nullable Long weightGrams,
        SortedMap<String, String> options,
        List<Price> prices,
        StockPolicy.@Nullable Kind stockPolicy,
        @Nullable Long backorderLimit,
        @Nullable Instant availableAt,
        @Nullable Long lowStock) {

    StockPolicy policy() {
        return new StockPolicy(
                Objects.requireNonNullElse(stockPolicy, StockPolicy.Kind.DENY),
                Objects.requireNonNullElse(backorderLimit, 0L),
                availableAt,
                lowStock);
    }
}
