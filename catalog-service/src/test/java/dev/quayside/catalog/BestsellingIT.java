package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.putBack;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.catalog.storefront.CountSales;
import dev.quayside.kit.step.RecurringStep;
import dev.quayside.kit.testing.Together;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of products by what is sold of them. */
@CatalogTest
class BestsellingIT {
    @Inject
    DataSource database;

    @Inject
    CountSales sales;

    private Sought sought;
    private String back = "";
    private String old = "";
    private String tied = "";
    private String best = "";
    private String held = "";

    @BeforeEach
    void sell() {
        sought = new Sought();
        best = sought.add("Best", 9, 100, "{}", "");
        back = sought.add("Back", 9, 100, "{}", "");
        tied = sought.add("Tied", 9, 100, "{}", "");
        old = sought.add("Old", 9, 100, "{}", "");
        held = sought.add("Held", 9, 100, "{}", "");
        sold(best, 2);
        sold(best, 1);
        UUID order = sold(back, 4);
        putBack(order, UUID.randomUUID(), Map.of(sku(back), 2)).then().statusCode(200);
        sold(tied, 2);
        sold(old, 5);
        age(old);
        hold(UUID.randomUUID(), basket(Map.of(sku(held), 6))).then().statusCode(200);
        count();
    }

    @Test
    void listIsOrderedByUnitsOfThirtyDaysThatHaveNotComeBackAndThenById() {
        List<String> order = List.of(best, tied, back, held, old);
        sought.list("sort=bestselling")
                .then()
                .header("Server-Timing", "db;desc=\"1\"")
                .body("data.slug", equalTo(order));
        assertThat(sought.walk("limit=1&sort=-bestselling")).isEqualTo(order);
        sought.list("sort=bestselling&limit=2&page=2&facets=price")
                .then()
                .header("Server-Timing", "db;desc=\"3\"")
                .body("data.slug", contains(back, held))
                .body("page.total", equalTo(5));
        assertThat(sought.slugs("sort=bestselling&q=tied")).containsExactly(tied);
        sought.list("sort=bestseller").then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void collectionIsOrderedSoToo() {
        String slug = newName("best");
        staff().body(
                        "{\"slug\": \"%s\", \"title\": \"Best\", \"rule\": {\"match\": \"all\", \"conditions\": [{\"category\": \"%s\"}]}}"
                                .formatted(slug, sought.category()))
                .post("/v1/admin/collections")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> json().get("/v1/products?sort=bestselling&collection=" + slug)
                        .then()
                        .body("data.slug", contains(best, tied, back, held, old)));
    }

    /** The list is kept ready, and is another one as soon as there are new counts; a new row of a product has its count. */
    @Test
    void newCountIsShownAtOnceAndOutlastsAChangeOfTheProduct() {
        assertThat(sought.slugs("sort=bestselling")).startsWith(best);
        sold(held, 1);
        sold(back, 2);
        assertThat(sought.slugs("sort=bestselling")).startsWith(best);
        count();
        assertThat(sought.slugs("sort=bestselling")).containsExactly(back, best, tied, held, old);
        String id = staff().get("/v1/admin/products?sku=" + sku(back)).path("data[0].id");
        staff().header("If-Match", "*").body("{\"title\": \"Again\"}").patch("/v1/admin/products/" + id);
        sought.list("sort=bestselling").then().body("data.title[0]", equalTo("Again"));
        age(back);
        count();
        assertThat(sought.slugs("sort=bestselling")).containsExactly(best, tied, held, old, back);
        assertThat(Sql.text(database, "select count(*) from product_sales where product_id = '" + id + "'"))
                .isEqualTo("0");
    }

    /** Who makes a product's row anew has read its old count by then, and would write it over the new one. */
    @Test
    void countWaitsForWhoMakesTheRowOfTheProductAnew() throws SQLException {
        sold(tied, 4);
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("select id from products where slug = '" + tied + "' for no key update");
            Together.run(List.<Callable<Boolean>>of(
                    () -> {
                        count();
                        return true;
                    },
                    () -> {
                        await().atMost(Duration.ofSeconds(20))
                                .until(() -> waiting().equals("1"));
                        statement.execute("update storefront_products set sold = 0 where slug = '" + tied + "'");
                        writer.commit();
                        return true;
                    }));
        }
        assertThat(sought.slugs("sort=bestselling")).startsWith(tied, best);
    }

    private String waiting() {
        return Sql.text(database, """
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and query like 'select id from products where id = any%'""");
    }

    private void count() {
        sales.run(RecurringStep.ALL);
    }

    private UUID sold(String slug, int units) {
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku(slug), units))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        return order;
    }

    /** As if all of its movements were 30 days old. */
    private void age(String slug) {
        Sql.run(
                database,
                "update stock_movements set created_at = created_at - interval '30 days' where sku = '%s'"
                        .formatted(sku(slug)));
    }

    private static String sku(String slug) {
        return slug.toUpperCase(Locale.ROOT);
    }
}
