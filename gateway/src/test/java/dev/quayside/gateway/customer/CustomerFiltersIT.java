package dev.quayside.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.GatewayTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How the database looks for a part of what customers are called. */
@GatewayTest
class CustomerFiltersIT {
    private static final String INDEX = "customers_grams";

    @Inject
    DataSource database;

    @Test
    void indexServesPartsThatAreLongEnoughAndNoOthers() throws SQLException {
        assertThat(plan("ada")).contains(INDEX);
        assertThat(plan("ad")).doesNotContain(INDEX);
        assertThat(plan("\uD83D\uDC36\uD83D\uDC36")).doesNotContain(INDEX);
    }

    private String plan(String part) throws SQLException {
        String explain = "explain (format json) select c.id from customers c where " + CustomerFilters.part(part);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            try (ResultSet row = statement.executeQuery(explain.replace(":q", "'" + part + "'"))) {
                row.next();
                return row.getString(1);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
