package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Languages;
import dev.quayside.kit.money.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the operator decides about the storefront. Rows that were made by other settings are made again, by {@link RemakeRows}. */
@ApplicationScoped
public class StorefrontSettings {
    private final Currency currency;
    private final long lowStock;
    private final Languages languages;

    StorefrontSettings(
            @ConfigProperty(name = "quayside.shop.currency") String currency,
            @ConfigProperty(name = "quayside.storefront.low-stock") long lowStock,
            Languages languages) {
        this.currency = Currency.of(currency);
        this.lowStock = lowStock;
        this.languages = languages;
    }

    /** The currency of prices when none is asked for. */
    Currency currency() {
        return currency;
    }

    /** From so many units down, and above none, stock is low. */
    public long lowStock() {
        return lowStock;
    }

    /** What a row is made by, beside its product. */
    String layout() {
        return StorefrontRows.VERSION + ":" + lowStock + ":" + languages.settings();
    }

    /**
     * What is said of a sku's stock, as a number: in stock, low, sold ahead, out.
     *
     * @param available units on hand that are not promised; below 0 when more are promised
     * @param ahead units that may be promised beyond those
     * @param low its own threshold, or null for the shop's
     */
    public int state(long available, long ahead, @Nullable Long low) {
        if (available > 0) {
            return available > (low == null ? lowStock : low) ? 0 : 1;
        }
        return available + ahead > 0 ? 2 : 3;
    }
}
