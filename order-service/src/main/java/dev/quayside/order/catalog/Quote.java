package dev.quayside.order.catalog;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.order.pricing.PricedLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of some skus in one currency, now. It holds nothing and promises nothing. */
public final class Quote {
    /** What is wrong with a line of a quote, by the catalogue's code. */
    public enum Fault {
        UNKNOWN_SKU,
        PRICE_UNAVAILABLE;

        static @Nullable Fault of(@Nullable String code) {
            return code == null ? null : valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }

        /** The code as callers see it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Map<String, CatalogWire.Line> lines = new HashMap<>();

    Quote(Currency currency, List<CatalogWire.Line> quoted) {
        for (CatalogWire.Line line : quoted) {
            Money price = line.unitPrice();
            if (price != null && !price.currency().equals(currency)) {
                throw new IllegalStateException("the catalogue quoted " + line.sku() + " in another currency");
            }
            lines.put(line.sku(), line);
        }
    }

    /** The line of a sku at its price; empty when the quote does not have it or it has a fault. */
    public Optional<PricedLine> line(String sku) {
        CatalogWire.Line line = lines.get(sku);
        return line == null || line.problem() != null ? Optional.empty() : Optional.of(line.priced());
    }

    /** What is wrong with a sku; empty when nothing is, or when it was not asked for. */
    public Optional<Fault> fault(String sku) {
        CatalogWire.Line line = lines.get(sku);
        return line == null ? Optional.empty() : Optional.ofNullable(Fault.of(line.problem()));
    }

    /** Whether as much as was asked for is in stock; true when that is not known. */
    public boolean inStock(String sku) {
        CatalogWire.Line line = lines.get(sku);
        return line == null || line.available() == null || line.available() >= line.quantity();
    }
}
