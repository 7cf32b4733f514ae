package dev.quayside.order.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.pricing.PricedLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of catalog-service's internal API, as far as they are used here. */
final class CatalogWire {
    private CatalogWire() {}

    record Lines(Currency currency, List<LineRequest> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String sku,
            @Nullable UUID productId,
            @Nullable UUID variantId,
            @Nullable String title,
            @Nullable Map<String, String> options,
            int quantity,
            @Nullable Money unitPrice,
            @Nullable Integer available,
            @Nullable String problem) {

        PricedLine priced() {
            if (productId == null || variantId == null || title == null || unitPrice == null) {
                throw new IllegalStateException("the catalogue gave " + sku + " without a price and without a problem");
            }
            return new PricedLine(
                    sku, productId, variantId, title, options == null ? Map.of() : options, quantity, unitPrice);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quoted(List<Line> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reserved(UUID id, String status, List<Line> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Moved(UUID id, String status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Returned(List<LineRequest> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer<T>(T data) {}
}
