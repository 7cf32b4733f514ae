package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.putBack;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.verb;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the staff of the warehouse picks an order. */
@CatalogTest
class AllocationIT {
    private final UUID order = UUID.randomUUID();

    @Test
    void linesSayFromWhichLocationsTheyAreTaken() {
        String north = Places.code(500);
        String split = skuWithStock(1);
        String whole = skuWithStock(4);
        Places.adjust(split, north, 2).then().statusCode(200);
        hold(order, basket(Map.of(split, 3))).then().statusCode(200);
        allocation(order)
                .then()
                .statusCode(200)
                .body("data.orderId", equalTo(order.toString()))
                .body("data.status", equalTo("held"))
                .body("data.lines.sku", contains(split))
                .body("data.lines[0].quantity", equalTo(3))
                .body("data.lines[0].returned", equalTo(0))
                .body("data.lines[0].locations.location", contains(north, "main"))
                .body("data.lines[0].locations.units", contains(2, 1));
        verb(order, "commit").then().statusCode(200);
        allocation(order).then().body("data.status", equalTo("committed")).body("data.lines.sku", contains(split));
        putBack(order, UUID.randomUUID(), Map.of(split, 1)).then().statusCode(200);
        allocation(order)
                .then()
                .body("data.lines[0].quantity", equalTo(3))
                .body("data.lines[0].returned", equalTo(1))
                .body("data.lines[0].locations.location", contains(north, "main"))
                .body("data.lines[0].locations.units", contains(1, 1));
        verb(order, "return").then().statusCode(200);
        allocation(order).then().body("data.lines[0].returned", equalTo(3)).body("data.lines[0].locations", empty());
        UUID another = UUID.randomUUID();
        hold(another, basket(Map.of(whole, 2))).then().statusCode(200);
        allocation(another)
                .then()
                .body("data.lines[0].locations.location", contains("main"))
                .body("data.lines[0].locations.units", contains(2));
    }

    @Test
    void whatWasNeverHeldHasNoLines() {
        allocation(order).then().statusCode(404).body("code", equalTo("reservation_not_found"));
        verb(order, "release").then().statusCode(200);
        allocation(order).then().body("data.status", equalTo("released")).body("data.lines", empty());
        staff().get("/v1/admin/stock-allocations/none").then().statusCode(404);
    }

    private static Response allocation(UUID order) {
        return staff().get("/v1/admin/stock-allocations/" + order);
    }
}
