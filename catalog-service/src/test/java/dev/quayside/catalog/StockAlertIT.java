package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Alerts of skus that become low; the shop's threshold is 5. */
@CatalogTest
class StockAlertIT {
    @Inject
    DataSource database;

    @Inject
    Instance<DurableStep> steps;

    @Test
    void skuIsLowOnceUntilItHasRecovered() {
        String sku = skuWithStock(8);
        adjust(sku, -2).then().statusCode(200);
        alerts(sku, "").then().body("data", empty());
        UUID order = UUID.randomUUID();
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        adjust(sku, -1).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        alerts(sku, "&recovered=false")
                .then()
                .body("data.available", contains(4))
                .body("data.threshold", contains(5));
        adjust(sku, 3).then().statusCode(200);
        alerts(sku, "&recovered=true").then().body("data.recoveredAt", contains(notNullValue()));
        adjust(sku, -6).then().statusCode(200);
        alerts(sku, "").then().body("data.available", contains(0, 4));
    }

    @Test
    void manyWhoMakeItLowAtOnceMakeOneAlert() {
        String sku = skuWithStock(14);
        Together.run(14, i -> hold(UUID.randomUUID(), basket(Map.of(sku, 1))))
                .forEach(answer -> answer.then().statusCode(200));
        alerts(sku, "").then().body("data.available", contains(5));
    }

    @Test
    void variantHasAThresholdOfItsOwn() {
        String sku = newName("low");
        createProduct(product(newName("p"), "P", variant(sku, 4, 2)));
        adjust(sku, -1).then().statusCode(200);
        alerts(sku, "").then().body("data", empty());
        staff().body(product("x", "P", variant(sku, 0, 3)).replace("\"slug\": \"x\", ", ""))
                .put("/v1/admin/products/by-key/" + slugOf(sku))
                .then()
                .statusCode(200);
        alerts(sku, "").then().body("data.available", contains(3)).body("data.threshold", contains(3));
    }

    @Test
    void promiseThatIsTakenBackEndsNoAlert() {
        String sku = skuWithStock(7);
        for (int i = 0; i < 2; i++) {
            UUID order = UUID.randomUUID();
            hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
            verb(order, "release").then().statusCode(200);
        }
        alerts(sku, "").then().body("data.recoveredAt", contains(nullValue()));
        adjust(sku, 1).then().statusCode(200);
        alerts(sku, "").then().body("data.recoveredAt", contains(notNullValue()));
    }

    @Test
    void variantThatBeginsLowHasAnAlert() {
        String sku = newName("low");
        createProduct(product(newName("p"), "P", variant(sku, 3, 4)));
        alerts(sku, "").then().body("data.available", contains(3)).body("data.threshold", contains(4));
    }

    @Test
    void alertsFollowASettingThatNoChangeOfStockTells() {
        String sku = newName("low");
        createProduct(product(newName("p"), "P", variant(sku, 4, 5)));
        Sql.run(database, "update stock_levels set low_stock = 2 where sku = '" + sku + "'");
        Settling.of(steps);
        alerts(sku, "").then().body("data.recoveredAt", contains(notNullValue()));
        Sql.run(database, "update stock_levels set low_stock = 4 where sku = '" + sku + "'");
        Settling.of(steps);
        Settling.of(steps);
        alerts(sku, "").then().body("data.threshold", contains(4, 5));
    }

    @Test
    void alertIsAcknowledgedOnce() {
        String sku = skuWithStock(6);
        adjust(sku, -1).then().statusCode(200);
        String id = alerts(sku, "&acknowledged=false").path("data[0].id");
        String path = "/v1/admin/stock-alerts/" + id;
        String at = staff().post(path + "/acknowledge")
                .then()
                .statusCode(200)
                .body("data.sku", equalTo(sku))
                .extract()
                .path("data.acknowledgedAt");
        staff().post(path + "/acknowledge").then().statusCode(200).body("data.acknowledgedAt", equalTo(at));
        staff().get(path).then().statusCode(200).body("data.acknowledgedAt", equalTo(at));
        alerts(sku, "&acknowledged=false").then().body("data", empty());
        staff().get("/v1/admin/stock-alerts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("stock_alert_not_found"));
        alerts(sku, "&acknowledged=maybe").then().statusCode(400);
    }

    private static Response alerts(String sku, String filter) {
        return staff().get("/v1/admin/stock-alerts?sku=" + sku + filter);
    }

    private static String variant(String sku, int stock, int low) {
        return "{\"sku\": \"%s\", \"stock\": %d, \"lowStock\": %d, \"prices\": [%s]}"
                .formatted(sku, stock, low, eur(1));
    }

    private static String slugOf(String sku) {
        String slug = staff().get("/v1/admin/products?sku=" + sku).path("data[0].slug");
        assertThat(slug).isNotNull();
        return slug;
    }
}
