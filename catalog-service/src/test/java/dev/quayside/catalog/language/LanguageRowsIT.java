package dev.quayside.catalog.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.catalog.CatalogTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@CatalogTest
class LanguageRowsIT {
    @Inject
    DataSource database;

    @Inject
    LanguageRows rows;

    /** Seen in a transaction of its own, which nobody else sees. */
    @Test
    void aLanguageIsThereWhenEveryProductHasARowInIt() throws SQLException {
        assertThat(rows.areThere("de")).isTrue();
        String id = UUID.randomUUID().toString();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into products (id, slug, title, description, status, version, created_at, updated_at)
                    values ('%1$s', 'row-%1$s', 'T', '', 'draft', 1, now(), now())""".formatted(id));
            statement.execute(row(id, ""));
            assertThat(LanguageRows.isComplete(connection, "xx")).isFalse();
            assertThat(LanguageRows.isComplete(connection, "de")).isFalse();
            statement.execute(row(id, "de"));
            assertThat(LanguageRows.isComplete(connection, "de")).isTrue();
            connection.rollback();
        }
    }

    private static String row(String id, String locale) {
        return """
                insert into storefront_products (product_id, currency, locale, slug, title_key, search, price, in_stock, created_at, body)
                values ('%1$s', 'EUR', '%2$s', 'row-%1$s', '', '', 0, false, now(), '{}')""".formatted(id, locale);
    }
}
