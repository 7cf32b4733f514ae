package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.invariants;
import static dev.quayside.catalog.Fixtures.orderService;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class AuditIT {
    @Inject
    DataSource database;

    @Test
    void reservationsAreWalkedByAscendingId() {
        String sku = skuWithStock(20);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID order = UUID.randomUUID();
            hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
            made.add(order.toString());
        }
        verb(UUID.fromString(made.get(0)), "commit");
        List<Map<String, ?>> seen = new ArrayList<>();
        String next = "/internal/v1/audit/reservations?limit=2";
        while (next != null) {
            JsonPath page =
                    orderService().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("data"));
            next = page.getString("page.next");
        }
        List<String> ids =
                seen.stream().map(row -> String.valueOf(row.get("id"))).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().containsAll(made);
        assertThat(seen)
                .filteredOn(row -> made.get(0).equals(row.get("id")))
                .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("id", "status", "lines", "updatedAt")
                .containsEntry("status", "committed")
                .containsEntry("lines", List.of(Map.of("sku", sku, "quantity", 2, "returned", 0)))
                .hasEntrySatisfying(
                        "updatedAt",
                        time -> assertThat(Instant.parse((String) time))
                                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "after=x"})
    void badAuditQueryIsA400(String query) {
        orderService()
                .get("/internal/v1/audit/reservations?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update stock_levels set on_hand = on_hand + 1 where sku = 'SKU'      | update stock_levels set on_hand = on_hand - 1 where sku = 'SKU'",
                "update stock_levels set reserved = reserved + 1 where sku = 'SKU'    | update stock_levels set reserved = reserved - 1 where sku = 'SKU'",
                "update location_levels set on_hand = on_hand + 1 where sku = 'SKU'   | update location_levels set on_hand = on_hand - 1 where sku = 'SKU'",
                "update stock_movements set location = 'there' where sku = 'SKU'      | update stock_movements set location = 'main' where sku = 'SKU'",
                "update reservation_lines set locations = '{\"there\": 2}' where sku = 'SKU' | update reservation_lines set locations = null where sku = 'SKU'",
                "update stock_movements set delta = delta + 1 where sku = 'SKU'       | update stock_movements set delta = delta - 1 where sku = 'SKU'",
                "update reservation_lines set quantity = quantity + 1 where sku = 'SKU' | update reservation_lines set quantity = quantity - 1 where sku = 'SKU'",
                "update reservation_lines set returned = returned + 1 where sku = 'SKU' | update reservation_lines set returned = returned - 1 where sku = 'SKU'",
            })
    void numbersThatDisagreeAreFound(String harm, String repair) throws SQLException {
        String sku = skuWithStock(10);
        hold(UUID.randomUUID(), basket(Map.of(sku, 2))).then().statusCode(200);
        invariants()
                .then()
                .statusCode(200)
                .body("data[0].id", equalTo("I1"))
                .body("data[0].checked", greaterThan(0))
                .body("data[0].violations", equalTo(0));
        execute(harm.replace("SKU", sku));
        try {
            invariants()
                    .then()
                    .body("data[0].violations", equalTo(1))
                    .body("data[0].offenders.subject", contains(sku))
                    .body("data[0].offenders[0].detail", containsString("on_hand"));
        } finally {
            execute(repair.replace("SKU", sku));
        }
        invariants().then().body("data[0].violations", equalTo(0));
    }

    @Test
    void lineThatIsNotFromWhereItsUnitsWereIsFound() throws SQLException {
        String sku = skuWithStock(10);
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        execute("update reservation_lines set locations = '{\"main\": 1}' where sku = '" + sku + "'");
        try {
            invariants().then().body("data[0].offenders.subject", contains(sku));
        } finally {
            execute("update reservation_lines set locations = null where sku = '" + sku + "'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
