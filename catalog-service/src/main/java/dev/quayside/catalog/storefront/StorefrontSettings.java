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
    long lowStock() {
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

    /** Whether a sku's stock state is another one with so many units to sell than with so many others. */
    public boolean isFlip(long before, long after) {
        return state(before) != state(after);
    }

    private int state(long available) {
        return available <= 0 ? 0 : available <= lowStock ? 1 : 2;
    }
}
