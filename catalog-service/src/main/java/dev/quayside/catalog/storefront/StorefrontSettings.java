package dev.quayside.catalog.storefront;

import dev.quayside.kit.money.Currency;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the operator decides about the storefront. Rows that were made by other settings are made again, by {@link RemakeRows}. */
@ApplicationScoped
public class StorefrontSettings {
    private final Currency currency;
    private final long lowStock;
    private final String language;

    StorefrontSettings(
            @ConfigProperty(name = "quayside.shop.currency") String currency,
            @ConfigProperty(name = "quayside.storefront.low-stock") long lowStock,
            @ConfigProperty(name = "quayside.search.language") String language) {
        this.currency = Currency.of(currency);
        this.lowStock = lowStock;
        this.language = "shop_" + language;
    }

    void check(@Observes StartupEvent started, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement(
                        "select 1 from pg_ts_config where cfgname = ? and pg_ts_config_is_visible(oid)")) {
            known.setString(1, language);
            try (ResultSet found = known.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException(
                            "QUAYSIDE_SEARCH_LANGUAGE must be a language that PostgreSQL knows, such as english");
                }
            }
        }
    }

    /** The currency of prices when none is asked for. */
    Currency currency() {
        return currency;
    }

    /** From so many units down, and above none, stock is low. */
    public long lowStock() {
        return lowStock;
    }

    /** The text search configuration. */
    String language() {
        return language;
    }

    /** What a row is made by, beside its product. */
    String layout() {
        return StorefrontRows.VERSION + ":" + lowStock + ":" + language;
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
