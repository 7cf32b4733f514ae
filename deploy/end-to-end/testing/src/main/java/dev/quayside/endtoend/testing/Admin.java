package dev.quayside.endtoend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What an admin script does: products, stock, the audit. */
public final class Admin {
    private Admin() {}

    /** Creates a product with one variant at 19.99 EUR and gives its sku. */
    public static String product(int stock) {
        return product(stock, 1999, "EUR");
    }

    /** Creates a product with one variant at a price in minor units and gives its sku. */
    public static String product(int stock, long price, String currency) {
        String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 13);
        Http.admin()
                .body("""
                        {"slug": "%s", "title": "A lantern", "description": "Made for a test",
                         "variants": [{"sku": "%s", "options": {"size": "m"},
                                       "prices": [{"amount": %d, "currency": "%s"}], "stock": %d}]}""".formatted(sku.toLowerCase(java.util.Locale.ROOT), sku, price, currency, stock))
                .post("/v1/admin/products")
                .then()
                .statusCode(201);
        return sku;
    }

    /** The id of the product that has a sku. */
    public static String productId(String sku) {
        return Http.admin()
                .get("/v1/admin/products?sku={sku}", sku)
                .then()
                .statusCode(200)
                .extract()
                .path("data[0].id");
    }

    public record Stock(int onHand, int reserved, int available) {}

    public static Stock stock(String sku) {
        JsonPath stock = Http.admin()
                .get("/v1/admin/stock/{sku}", sku)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Stock(stock.getInt("data.onHand"), stock.getInt("data.reserved"), stock.getInt("data.available"));
    }

    /** Waits until the stock of a sku is as expected. */
    public static void awaitStock(String sku, int onHand, int reserved) {
        await("stock of " + sku)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(stock(sku)).isEqualTo(new Stock(onHand, reserved, onHand - reserved)));
    }

    /** Waits for a quiet moment at which every invariant holds, and fails with the offenders if none comes. */
    public static void awaitCleanAudit() {
        await("a clean audit")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Response audit = Http.admin().get("/v1/admin/audit");
                    assertThat(audit.statusCode()).as(audit.asString()).isEqualTo(200);
                    assertThat(audit.jsonPath().getList("data.invariants", Map.class))
                            .as("the nine invariants")
                            .hasSizeGreaterThanOrEqualTo(9)
                            .allSatisfy(invariant -> assertThat(invariant.get("violations"))
                                    .as(String.valueOf(invariant))
                                    .isEqualTo(0));
                    assertThat(audit.jsonPath().getBoolean("data.ok")).isTrue();
                });
    }
}
