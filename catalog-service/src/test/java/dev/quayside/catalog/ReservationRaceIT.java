package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.invariants;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Race;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class ReservationRaceIT {
    @AfterEach
    void numbersOfStockAgree() {
        invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Race
    void lastUnitsAreSoldOnce() {
        String sku = skuWithStock(7);
        List<Response> answers = Together.run(24, i -> hold(UUID.randomUUID(), basket(Map.of(sku, 1))));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(7);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> answer.then().statusCode(409).body("code", equalTo("insufficient_stock")));
        assertThat(stock(sku)).isEqualTo(List.of(7, 7, 0));
    }

    @Test
    void holdsOfTheSameSkusInAnyOrderDoNotBlockEachOther() {
        List<String> skus = IntStream.range(0, 4).mapToObj(i -> skuWithStock(8)).toList();
        List<Response> answers = Together.run(24, i -> hold(UUID.randomUUID(), rotated(skus, i)));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(8);
        skus.forEach(sku -> assertThat(stock(sku)).isEqualTo(List.of(8, 8, 0)));
    }

    @Race
    void oneReservationPutManyTimesIsHeldOnce() {
        String sku = skuWithStock(50);
        UUID order = UUID.randomUUID();
        List<Response> answers = Together.run(20, i -> hold(order, basket(Map.of(sku, 2))));
        Object first = answers.get(0).path("data");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<Object>path("data")).isEqualTo(first);
        });
        assertThat(stock(sku)).isEqualTo(List.of(50, 2, 48));
    }

    @Race
    void oneReservationCommittedOrReleasedManyTimesMovesOnce() {
        String sku = skuWithStock(50);
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        List<Response> answers = Together.run(20, i -> verb(order, i % 2 == 0 ? "commit" : "release"));
        boolean committed = answers.get(0).statusCode() == 200;
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).hasSize(10);
        assertThat(stock(sku)).isEqualTo(committed ? List.of(48, 0, 48) : List.of(50, 0, 50));
    }

    @Race
    void verbsInAnyOrderKeepTheNumbersTrue() {
        List<String> skus = List.of(skuWithStock(12), skuWithStock(12));
        List<UUID> orders =
                IntStream.range(0, 6).mapToObj(i -> UUID.randomUUID()).toList();
        List<String> verbs = List.of("hold", "commit", "release", "hold", "commit", "return");
        List<Response> answers = Together.run(36, i -> {
            UUID order = orders.get(i % 6);
            String verb = verbs.get(i / 6);
            return verb.equals("hold") ? hold(order, rotated(skus, i)) : verb(order, verb);
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 404, 409);
    }

    @Race
    void productIsOutOfStockWhenItsVariantsSellOutAtOnce() {
        List<String> skus = IntStream.range(0, 6).mapToObj(i -> newName("v")).toList();
        String[] variants =
                skus.stream().map(sku -> variant(sku, sku, 1, eur(1))).toArray(String[]::new);
        String id = createProduct(product(newName("p"), "T", variants));
        Together.run(6, i -> hold(UUID.randomUUID(), basket(Map.of(skus.get(i), 1))))
                .forEach(answer -> answer.then().statusCode(200));
        json().get("/v1/products/" + id)
                .then()
                .body("data.inStock", equalTo(false))
                .body("data.variants.inStock.unique()", equalTo(List.of(false)));
    }

    private static String rotated(List<String> skus, int by) {
        List<String> lines = IntStream.range(0, skus.size())
                .mapToObj(i -> skus.get((i + by) % skus.size()))
                .map("{\"sku\": \"%s\", \"quantity\": 1}"::formatted)
                .toList();
        return "{\"currency\": \"EUR\", \"lines\": [" + String.join(",", lines) + "]}";
    }
}
