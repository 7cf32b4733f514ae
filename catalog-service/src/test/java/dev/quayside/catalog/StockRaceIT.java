package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Race;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders race for stock at several locations while it is moved, counted and closed. */
@CatalogTest
class StockRaceIT {
    /** The same in every test: a shop has at most a hundred. */
    private static String near = "";

    private static String far = "";

    @Inject
    DataSource database;

    @BeforeEach
    void makeLocations() {
        if (near.isEmpty()) {
            near = Places.code(1);
            far = Places.code(900);
        }
    }

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Race
    void noUnitIsPromisedTwiceWhileUnitsMoveBetweenLocations() {
        String sku = skuWithStock(4);
        Places.adjust(sku, near, 3).then().statusCode(200);
        List<Response> answers = Together.run(24, i -> switch (i % 6) {
            case 0 -> Places.transfer("main", far, Map.of(sku, 1));
            case 1 -> Places.transfer(near, "main", Map.of(sku, 1));
            default -> hold(UUID.randomUUID(), basket(Map.of(sku, 1)));
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(7);
        assertThat(stock(sku)).isEqualTo(List.of(7, 7, 0));
    }

    @Race
    void closedLocationGetsNothingWhoeverIsFirst() {
        String sku = skuWithStock(6);
        var created = Places.create(2);
        String id = created.path("data.id");
        String code = created.path("data.code");
        List<Response> answers = Together.run(6, i -> switch (i % 3) {
            case 0 -> Places.patch(id, "{\"active\": false}");
            case 1 -> Places.transfer("main", code, Map.of(sku, 1));
            default -> Places.adjust(sku, code, 1);
        });
        boolean active = staff().get(Places.LOCATIONS + id).path("data.active");
        int there = Places.levels(sku).getOrDefault(code, List.of(0, 0)).get(0);
        assertThat(there > 0).isEqualTo(active);
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 409);
    }

    @Race
    void ordersGoOnAndComeBackWhileStockMoves() {
        List<String> skus = List.of(skuWithStock(5), skuWithStock(5));
        skus.forEach(sku -> Places.adjust(sku, near, 4).then().statusCode(200));
        List<UUID> orders = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Integer> both = Map.of(skus.get(0), 3, skus.get(1), 3);
        List<Response> answers = Together.run(28, i -> switch (i / 4) {
            case 0, 3 -> hold(orders.get(i % 4), basket(both));
            case 1 -> verb(orders.get(i % 4), "commit");
            case 2 -> verb(orders.get(i % 4), i % 2 == 0 ? "release" : "return");
            case 4 -> Places.transfer(near, far, Map.of(skus.get(i % 2), 1, skus.get((i + 1) % 2), 1));
            case 5 -> Places.transfer("main", near, Map.of(skus.get(i % 2), 1));
            default -> Places.adjust(skus.get(i % 2), i % 4 < 2 ? far : "main", i % 4 == 0 ? 2 : -1);
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 404, 409);
    }

    @Race
    void neverMoreIsPromisedThanIsThereAndMayBeSoldAhead() {
        String sku = soldAhead(3, 4);
        Places.adjust(sku, near, 2).then().statusCode(200);
        List<Response> answers = Together.run(28, i -> switch (i % 7) {
            case 0 -> Places.transfer(i % 2 == 0 ? near : "main", far, Map.of(sku, 1));
            case 1 -> Places.adjust(sku, i < 14 ? far : "main", 1);
            case 2 -> hold(UUID.randomUUID(), basket(Map.of(sku, 2)));
            default -> hold(UUID.randomUUID(), basket(Map.of(sku, 1)));
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 201, 409);
        // Four more have come in meanwhile: 3 + 2 + 4 units, and 4 ahead of them.
        assertThat(stock(sku)).startsWith(9);
        assertThat(stock(sku).get(1)).isLessThanOrEqualTo(13);
        for (int left = 13 - stock(sku).get(1); left > 0; left--) {
            hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(200);
        }
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(409);
        assertThat(stock(sku)).isEqualTo(List.of(9, 13, -4));
    }

    @Race
    void limitThatIsTakenAwayIsNotGoneBeyond() {
        String sku = soldAhead(0, 8);
        List<UUID> orders =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(12).toList();
        List<Response> answers = Together.run(25, i -> {
            if (i == 24) {
                return staff().body(body(sku, 0, "")).put("/v1/admin/products/by-key/" + sku);
            }
            UUID order = orders.get(i % 12);
            return i < 12 ? hold(order, basket(Map.of(sku, 1))) : verb(order, i % 2 == 0 ? "commit" : "release");
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 404, 409);
        assertThat(stock(sku).get(2)).isBetween(-8, 0);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(409);
    }

    @Test
    void locationThatAnotherHasOpenedMeanwhileIsUsed() throws Exception {
        String sku = skuWithStock(1);
        try (Held other = Held.by(database, "select 1 from stock_levels where sku = '" + sku + "' for update")) {
            other.run("insert into location_levels values ('%s', '%s', 0, 0)".formatted(sku, far));
            CompletableFuture<Response> adjusted = CompletableFuture.supplyAsync(() -> Places.adjust(sku, far, 2));
            other.untilSomebodyWaits();
            other.commit();
            adjusted.get(20, TimeUnit.SECONDS).then().statusCode(200);
        }
        assertThat(Places.levels(sku)).containsEntry(far, List.of(2, 0));
    }

    @Test
    void changedPolicyWaitsForStockBeforeItLocksTheProduct() throws Exception {
        String sku = soldAhead(1, 2);
        String id = staff().get("/v1/admin/products?sku=" + sku).path("data[0].id");
        String variants = "{\"variants\": [{\"sku\": \"%s\", \"prices\": [%s]}]}".formatted(sku, Fixtures.eur(1));
        // What a checkout does: stock first, and the product when the stock's state is another one then.
        try (Held checkout = Held.by(database, "select 1 from stock_levels where sku = '" + sku + "' for update")) {
            CompletableFuture<Response> patched = CompletableFuture.supplyAsync(
                    () -> staff().header("If-Match", "\"1\"").body(variants).patch("/v1/admin/products/" + id));
            checkout.untilSomebodyWaits();
            checkout.run("select 1 from products where id = '" + id + "' for update nowait");
            checkout.commit();
            patched.get(20, TimeUnit.SECONDS).then().statusCode(200);
        }
        hold(UUID.randomUUID(), basket(Map.of(sku, 2))).then().statusCode(409);
    }

    /** A product with one variant, whose slug is its sku. */
    private static String soldAhead(int stock, int limit) {
        String sku = Fixtures.newName("ahead");
        Fixtures.createProduct(
                body(sku, stock, ", \"stockPolicy\": \"backorder\", \"backorderLimit\": %d".formatted(limit)));
        return sku;
    }

    private static String body(String sku, int stock, String policy) {
        return Fixtures.product(
                sku,
                "Ahead",
                "{\"sku\": \"%s\", \"stock\": %d, \"prices\": [%s]%s}".formatted(sku, stock, Fixtures.eur(1), policy));
    }
}
