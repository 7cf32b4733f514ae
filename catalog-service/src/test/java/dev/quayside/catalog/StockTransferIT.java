package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units that go from one location to another. */
@CatalogTest
class StockTransferIT {
    private String sku;
    private String north;

    @BeforeEach
    void makeSkuAndLocation() {
        sku = skuWithStock(5);
        north = Places.code(500);
    }

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void transferIsOutAndInAndFoundAgain() {
        String other = skuWithStock(2);
        Response made = Places.transfer("main", north, Map.of(sku, 3, other, 2));
        String id = made.path("data.id");
        made.then().statusCode(201).header("Location", endsWith(Places.TRANSFERS + "/" + id));
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(2, 0), north, List.of(3, 0)));
        assertThat(stock(sku)).isEqualTo(List.of(5, 0, 5));
        staff().get("/v1/admin/stock/" + sku + "/movements?limit=2")
                .then()
                .body("data.kind", contains("transferred", "transferred"))
                .body("data.transferId", contains(id, id))
                .body("data.delta.sum()", equalTo(0));
        staff().get(Places.TRANSFERS + "/" + id)
                .then()
                .statusCode(200)
                .body("data.from", equalTo("main"))
                .body("data.to", equalTo(north))
                .body("data.lines.size()", equalTo(2));
        for (String filter : List.of("sku=" + other, "location=" + north)) {
            staff().get(Places.TRANSFERS + "?" + filter).then().statusCode(200).body("data.id", contains(id));
        }
        staff().get(Places.TRANSFERS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("transfer_not_found"));
    }

    @Test
    void transferHappensOnceForItsKey() {
        String key = UUID.randomUUID().toString();
        Response first = Places.transfer(key, "main", north, Map.of(sku, 2));
        Response again = Places.transfer(key, "main", north, Map.of(sku, 2));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Places.levels(sku)).containsEntry(north, List.of(2, 0));
        String refused = UUID.randomUUID().toString();
        Places.transfer(refused, "main", north, Map.of(sku, 9)).then().statusCode(409);
        Places.transfer(refused, "main", north, Map.of(sku, 9))
                .then()
                .statusCode(409)
                .header("Idempotent-Replayed", "true")
                .body("available", equalTo(Map.of(sku, 3)));
    }

    @Test
    void promisedUnitsStayAndNothingIsHalfDone() {
        String other = skuWithStock(2);
        hold(UUID.randomUUID(), basket(Map.of(sku, 3))).then().statusCode(200);
        Places.transfer("main", north, Map.of(sku, 3, other, 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient_stock"))
                .body("available", equalTo(Map.of(sku, 2)));
        assertThat(Places.levels(other)).isEqualTo(Map.of("main", List.of(2, 0)));
        Places.transfer("main", north, Map.of(sku, 2)).then().statusCode(201);
        Places.transfer(north, "main", Map.of(sku, 1)).then().statusCode(201);
        assertThat(Places.levels(sku)).isEqualTo(Map.of("main", List.of(4, 3), north, List.of(1, 0)));
    }

    @Test
    void whatCannotBeTransferredIsAFieldAtFault() {
        Places.transfer("main", "main", Map.of(sku, 1))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("same_location"));
        Places.transfer("main", newName("none"), Map.of(sku, 1))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("to"));
        Places.transfer("main", north, Map.of(newName("none"), 1))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("lines[0].sku"))
                .body("errors[0].code", equalTo("unknown_sku"));
        Places.transfer("main", north, Map.of(sku, 0)).then().statusCode(422);
        staff().body("{}").post(Places.TRANSFERS).then().statusCode(422);
    }
}
