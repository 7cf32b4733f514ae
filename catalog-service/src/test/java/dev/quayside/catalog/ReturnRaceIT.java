package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.invariants;
import static dev.quayside.catalog.Fixtures.putBack;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.stock;
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

@CatalogTest
class ReturnRaceIT {
    @AfterEach
    void numbersOfStockAgree() {
        invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Race
    void parallelReturnsNeverBringBackMoreThanWasTaken() {
        String sku = skuWithStock(20);
        UUID order = committed(Map.of(sku, 7));
        List<Response> answers = Together.run(20, i -> putBack(order, UUID.randomUUID(), Map.of(sku, 1)));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(7);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> answer.then().statusCode(409).body("code", equalTo("return_exceeds_committed")));
        assertThat(stock(sku)).isEqualTo(List.of(20, 0, 20));
    }

    @Race
    void oneReturnPutTwentyTimesIsBookedOnce() {
        String sku = skuWithStock(20);
        UUID order = committed(Map.of(sku, 7));
        UUID once = UUID.randomUUID();
        List<Response> answers = Together.run(20, i -> putBack(order, once, Map.of(sku, 2)));
        Object first = answers.get(0).path("data");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<Object>path("data")).isEqualTo(first);
        });
        assertThat(stock(sku)).isEqualTo(List.of(15, 0, 15));
    }

    @Race
    void oneReturnOfManyOrdersIsBookedForOneOfThem() {
        String sku = skuWithStock(20);
        List<UUID> orders =
                IntStream.range(0, 6).mapToObj(i -> committed(Map.of(sku, 1))).toList();
        UUID once = UUID.randomUUID();
        List<Response> answers = Together.run(6, i -> putBack(orders.get(i), once, Map.of(sku, 1)));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> answer.then().statusCode(409).body("code", equalTo("return_mismatch")));
        assertThat(stock(sku)).isEqualTo(List.of(15, 0, 15));
    }

    @Race
    void returnsOfSomeAndOfAllAtOnceBringEachUnitBackOnce() {
        String mug = skuWithStock(20);
        String cap = skuWithStock(20);
        List<UUID> orders = IntStream.range(0, 3)
                .mapToObj(i -> committed(Map.of(mug, 4, cap, 2)))
                .toList();
        List<Response> answers = Together.run(18, i -> {
            UUID order = orders.get(i % 3);
            return i / 3 == 3 ? verb(order, "return") : putBack(order, UUID.randomUUID(), Map.of(mug, 1, cap, 1));
        });
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 409);
        assertThat(stock(mug)).isEqualTo(List.of(20, 0, 20));
        assertThat(stock(cap)).isEqualTo(List.of(20, 0, 20));
    }

    private static UUID committed(Map<String, Integer> quantities) {
        UUID order = UUID.randomUUID();
        hold(order, basket(quantities)).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        return order;
    }
}
