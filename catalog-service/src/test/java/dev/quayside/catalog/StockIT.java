package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@CatalogTest
class StockIT {
    @Test
    void adjustmentMovesWhatIsOnHandAndIsInTheLedger() {
        String sku = skuWithStock(10);
        adjust(sku, 5)
                .then()
                .statusCode(200)
                .body("data", equalTo(Map.of("sku", sku, "onHand", 15, "reserved", 0, "available", 15)));
        adjust(sku, -15).then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(0, 0, 0));
        staff().get("/v1/admin/stock/" + sku + "/movements?sort=createdAt")
                .then()
                .statusCode(200)
                .body("data.delta", contains(10, 5, -15))
                .body("data.kind", contains("opened", "adjusted", "adjusted"))
                .body("data.reason", contains("initial stock", "counted", "counted"));
        staff().get("/v1/admin/stock/" + sku + "/movements?limit=1").then().body("data.delta", contains(-15));
    }

    @Test
    void reservedUnitsCannotBeTakenOut() {
        String sku = skuWithStock(5);
        hold(UUID.randomUUID(), basket(Map.of(sku, 3))).then().statusCode(200);
        adjust(sku, -3)
                .then()
                .statusCode(409)
                .body("code", equalTo("stock_below_reserved"))
                .body("reserved", equalTo(3))
                .body("onHand", equalTo(5));
        adjust(sku, -2).then().statusCode(200).body("data.available", equalTo(0));
        adjust(sku, -1_000_000).then().statusCode(409);
    }

    @Test
    void stockHasAnUpperEnd() {
        String sku = skuWithStock(1_000_000_000);
        adjust(sku, 1).then().statusCode(409).body("code", equalTo("stock_too_large"));
    }

    @Test
    void adjustmentNeedsAKeyAndHappensOnceForIt() {
        String sku = skuWithStock(10);
        String path = "/v1/admin/stock/" + sku + "/adjust";
        String body = "{\"delta\": 5, \"reason\": \"delivery\"}";
        staff().body(body).post(path).then().statusCode(400).body("code", equalTo("idempotency_key_required"));
        String key = UUID.randomUUID().toString();
        List<Response> answers = Together.run(
                8, i -> staff().header("Idempotency-Key", key).body(body).post(path));
        answers.forEach(answer -> answer.then().statusCode(200).body("data.onHand", equalTo(15)));
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replayed") == null)
                .hasSize(1);
        assertThat(stock(sku)).startsWith(15);
        staff().header("Idempotency-Key", key)
                .body("{\"delta\": 6, \"reason\": \"delivery\"}")
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void parallelAdjustmentsAllCount() {
        String sku = skuWithStock(100);
        Together.run(20, i -> adjust(sku, i % 2 == 0 ? 3 : -2))
                .forEach(answer -> answer.then().statusCode(200));
        assertThat(stock(sku)).startsWith(110);
        Fixtures.invariants().then().body("data[0].violations", equalTo(0));
    }

    @Test
    void countIsSetOnceAndComparedWithWhatWasExpected() {
        String sku = skuWithStock(10);
        count(sku, "{\"onHand\": 7, \"expected\": 9, \"reason\": \"shelf 3\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("stock_changed"))
                .body("onHand", equalTo(10));
        String body = "{\"onHand\": 7, \"expected\": 10, \"reason\": \"shelf 3\"}";
        count(sku, body)
                .then()
                .statusCode(200)
                .body("data", equalTo(Map.of("sku", sku, "onHand", 7, "reserved", 0, "available", 7)));
        count(sku, body).then().statusCode(200).body("data.onHand", equalTo(7));
        staff().get("/v1/admin/stock/" + sku + "/movements")
                .then()
                .body("data.kind", contains("counted", "opened"))
                .body("data.location", contains("main", "main"))
                .body("data.delta", contains(-3, 10));
        hold(UUID.randomUUID(), basket(Map.of(sku, 3))).then().statusCode(200);
        count(sku, "{\"onHand\": 2, \"reason\": \"shelf 3\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("stock_below_reserved"))
                .body("reserved", equalTo(3));
        count(sku, "{\"onHand\": -1, \"reason\": \"shelf 3\"}").then().statusCode(422);
    }

    @Test
    void ofManyWhoExpectTheSameOneSetsIt() {
        String sku = skuWithStock(10);
        List<Response> answers = Together.run(
                8, i -> count(sku, "{\"onHand\": %d, \"expected\": 10, \"reason\": \"counted\"}".formatted(20 + i)));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .singleElement()
                .satisfies(set -> assertThat(stock(sku)).startsWith(set.<Integer>path("data.onHand")));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> answer.then().statusCode(409).body("code", equalTo("stock_changed")));
    }

    private static Response count(String sku, String body) {
        return staff().body(body).put("/v1/admin/stock/" + sku);
    }
}
