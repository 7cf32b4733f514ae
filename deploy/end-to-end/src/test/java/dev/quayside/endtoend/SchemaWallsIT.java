package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Shop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No service can read another's schema, whatever its code does: its database role may not. */
@EndToEnd
class SchemaWallsIT {
    private static final String PERMISSION_DENIED = "42501";

    @ParameterizedTest
    @CsvSource({
        "catalog, reservations, orders payments identity",
        "orders, orders, catalog payments identity",
        "payments, payments, catalog orders identity",
        "identity, customers, catalog orders payments",
    })
    void roleReadsItsOwnSchemaOnly(String role, String table, String others) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                Shop.running().jdbcUrl(), role, Shop.running().databasePassword(role))) {
            try (var rows = connection.createStatement().executeQuery("select count(*) from " + role + "." + table)) {
                assertThat(rows.next()).isTrue();
            }
            for (String other : List.of(others.split(" "))) {
                assertThatThrownBy(() -> connection
                                .createStatement()
                                .executeQuery("select count(*) from " + other + ".scheduled_tasks"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(PERMISSION_DENIED));
                assertThatThrownBy(() ->
                                connection.createStatement().execute("create table " + other + ".intruder (id int)"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }
}
