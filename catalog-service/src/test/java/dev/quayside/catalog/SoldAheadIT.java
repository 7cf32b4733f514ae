package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.adjust;
import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.orderService;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Backorders and pre-orders: units that are sold before they are there. */
@CatalogTest
class SoldAheadIT {
    private static final String BACKORDER = "\"stockPolicy\": \"backorder\", \"backorderLimit\": %d";

    private final String sku = newName("ahead");
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void numbersOfStockAgree() {
        Fixtures.invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void policyIsPartOfTheVariantInEveryWrite() {
        String id = create(2, BACKORDER.formatted(7) + ", \"lowStock\": 3");
        staff().get("/v1/admin/products/" + id)
                .then()
                .body("data.variants[0].stockPolicy", equalTo("backorder"))
                .body("data.variants[0].backorderLimit", equalTo(7))
                .body("data.variants[0].lowStock", equalTo(3));
        patch(id, "{\"title\": \"Other\"}").then().statusCode(200).body("data.variants[0].backorderLimit", equalTo(7));
        String body = body(
                2,
                "\"stockPolicy\": \"preorder\", \"backorderLimit\": 9, \"availableAt\": \"2040-01-02T01:00:00+01:00\"");
        Response put = staff().body(body).put("/v1/admin/products/by-key/" + sku);
        put.then()
                .statusCode(200)
                .body("data.variants[0].availableAt", equalTo("2040-01-02T00:00:00Z"))
                .body("data.variants[0]", not(hasKey("lowStock")));
        assertThat(staff().body(body).put("/v1/admin/products/by-key/" + sku).<Integer>path("data.version"))
                .isEqualTo(put.<Integer>path("data.version"));
        staff().body(body(2, "\"stockPolicy\": \"deny\""))
                .put("/v1/admin/products/by-key/" + sku)
                .then()
                .body("data.variants[0]", not(hasKey("stockPolicy")))
                .body("data.variants[0]", not(hasKey("backorderLimit")));
    }

    @Test
    void holdGoesToTheLimitAndNoFurther() {
        create(2, BACKORDER.formatted(3));
        orderService()
                .body(basket(Map.of(sku, 6)))
                .post("/internal/v1/quotes")
                .then()
                .body("data.lines[0].available", equalTo(5));
        hold(UUID.randomUUID(), basket(Map.of(sku, 6)))
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient_stock"))
                .body("available", equalTo(Map.of(sku, 5)));
        hold(order, basket(Map.of(sku, 4))).then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(2, 4, -2));
        hold(UUID.randomUUID(), basket(Map.of(sku, 2)))
                .then()
                .statusCode(409)
                .body("available", equalTo(Map.of(sku, 1)));
        verb(order, "release").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(2, 0, 2));
    }

    @Test
    void whatComesInServesWhatIsOwedFirst() {
        create(1, BACKORDER.formatted(5));
        hold(order, basket(Map.of(sku, 4))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(-3, 0, -3));
        adjust(sku, -1).then().statusCode(409).body("code", equalTo("stock_below_reserved"));
        adjust(sku, 2).then().statusCode(200).body("data.available", equalTo(-1));
        UUID second = UUID.randomUUID();
        hold(second, basket(Map.of(sku, 4))).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(409);
        adjust(sku, 10)
                .then()
                .statusCode(200)
                .body("data", equalTo(Map.of("sku", sku, "onHand", 9, "reserved", 4, "available", 5)));
        verb(order, "return").then().statusCode(200);
        verb(second, "commit").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(9, 0, 9));
    }

    @Test
    void whatIsOwedIsNotForgottenByACount() {
        create(0, BACKORDER.formatted(5));
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        count(0).then().statusCode(200).body("data.onHand", equalTo(-2));
        count(6).then().statusCode(409).body("code", equalTo("stock_owed")).body("onHand", equalTo(-2));
        adjust(sku, 6).then().statusCode(200);
        count(4).then().statusCode(200).body("data.onHand", equalTo(4));
    }

    @Test
    void whatWasPromisedUnderAnotherLimitIsKeptAndNothingMoreIsPromised() {
        String id = create(0, BACKORDER.formatted(5));
        hold(order, basket(Map.of(sku, 4))).then().statusCode(200);
        staff().body(body(0, "")).put("/v1/admin/products/by-key/" + sku).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1)))
                .then()
                .statusCode(409)
                .body("available", equalTo(Map.of(sku, 0)));
        adjust(sku, 1).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(409);
        verb(order, "commit").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(-3, 0, -3));
        adjust(sku, 4).then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(200);
        assertThat(id).isNotNull();
    }

    @Test
    void whatIsThereIsSoldFromItsLocationsAndTheRestFromMain() {
        create(1, BACKORDER.formatted(3));
        String near = Places.code(1);
        Places.adjust(sku, near, 2).then().statusCode(200);
        hold(order, basket(Map.of(sku, 5))).then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of(near, List.of(2, 2), "main", List.of(1, 3)));
        Places.transfer("main", near, Map.of(sku, 1)).then().statusCode(409).body("available", equalTo(Map.of(sku, 0)));
        verb(order, "commit").then().statusCode(200);
        assertThat(Places.levels(sku)).isEqualTo(Map.of(near, List.of(0, 0), "main", List.of(-2, 0)));
        Places.adjust(sku, near, 5).then().statusCode(200).body("data.available", equalTo(3));
        Places.transfer(near, "main", Map.of(sku, 2)).then().statusCode(201);
        assertThat(Places.levels(sku)).isEqualTo(Map.of(near, List.of(3, 0), "main", List.of(0, 0)));
    }

    @Test
    void storefrontSaysWhatCanBeBoughtAhead() {
        create(3, BACKORDER.formatted(2) + ", \"lowStock\": 1");
        for (String state : List.of("in_stock", "low", "backorder", "out")) {
            Map<String, Object> shown = json().get("/v1/products/" + sku).path("data.variants[0]");
            assertThat(shown)
                    .containsEntry("stockState", state)
                    .containsEntry("inStock", state.matches("in_stock|low"));
            hold(UUID.randomUUID(), basket(Map.of(sku, state.equals("in_stock") ? 2 : state.equals("low") ? 1 : 2)));
        }
        adjust(sku, 5).then().statusCode(200);
        json().get("/v1/products/" + sku).then().body("data.stockState", equalTo("in_stock"));
    }

    @Test
    void preorderBecomesABackorderWhenItsTimeHasCome() {
        Instant start = MovedClock.stopAt(Duration.ZERO);
        Instant available = start.plus(Duration.ofMinutes(5));
        create(0, "\"stockPolicy\": \"preorder\", \"backorderLimit\": 2, \"availableAt\": \"" + available + "\"");
        Map<String, Object> shown = json().get("/v1/products/" + sku).path("data.variants[0]");
        assertThat(shown).containsEntry("stockState", "preorder").containsEntry("inStock", false);
        assertThat(Instant.parse((String) shown.get("availableAt"))).isEqualTo(available);
        hold(order, basket(Map.of(sku, 1))).then().statusCode(200);
        MovedClock.stopAt(available);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> json().get("/v1/products/" + sku)
                        .then()
                        .body("data.stockState", equalTo("backorder"))
                        .body("data.variants[0].availableAt", nullValue()));
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(200);
        json().get("/v1/products/" + sku).then().body("data.stockState", equalTo("out"));
    }

    @Test
    void policyStaysWithTheStockUntilAVariantSaysOtherwise() {
        String id = create(0, BACKORDER.formatted(2));
        hold(order, basket(Map.of(sku, 2))).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        staff().post("/v1/admin/deleted-products/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("data.variants[0].backorderLimit", equalTo(2));
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        createProduct(product(newName("heir"), "Heir", Fixtures.variant(sku, "M", 5, eur(1))));
        assertThat(stock(sku)).isEqualTo(List.of(3, 0, 3));
        hold(UUID.randomUUID(), basket(Map.of(sku, 4)))
                .then()
                .statusCode(409)
                .body("available", equalTo(Map.of(sku, 3)));
    }

    @Test
    void restoredProductHasThePolicyThatItHad() {
        String id = create(0, BACKORDER.formatted(2) + ", \"lowStock\": 1");
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        String heir = createProduct(product(newName("heir"), "Heir", Fixtures.variant(sku, "M", 5, eur(1))));
        staff().delete("/v1/admin/products/" + heir).then().statusCode(204);
        staff().post("/v1/admin/deleted-products/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("data.variants[0].backorderLimit", equalTo(2))
                .body("data.variants[0].lowStock", equalTo(1));
        hold(order, basket(Map.of(sku, 7))).then().statusCode(200);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        staff().post("/v1/admin/deleted-products/" + heir + "/restore")
                .then()
                .statusCode(200)
                .body("data.variants[0]", not(hasKey("stockPolicy")));
        verb(order, "release").then().statusCode(200);
        hold(UUID.randomUUID(), basket(Map.of(sku, 6))).then().statusCode(409);
    }

    @Test
    void tableThatDoesNotKnowPoliciesLeavesThemAsTheyAre() {
        String id = create(1, BACKORDER.formatted(7) + ", \"lowStock\": 3");
        for (String header : List.of("slug,title,sku,price EUR", "Handle,Title,Variant SKU,Variant Price")) {
            String title = header.substring(0, 4);
            ImportIT.done(ImportIT.start("", "text/csv", header + "\n%1$s,%2$s,%1$s,2.00\n".formatted(sku, title)));
            staff().get("/v1/admin/products/" + id)
                    .then()
                    .body("data.title", equalTo(title))
                    .body("data.variants[0].stockPolicy", equalTo("backorder"))
                    .body("data.variants[0].backorderLimit", equalTo(7))
                    .body("data.variants[0].lowStock", equalTo(3));
        }
        ImportIT.done(ImportIT.start(
                "", "text/csv", "slug,title,sku,price EUR,lowStock\n%1$s,Ahead,%1$s,2.00,4\n".formatted(sku)));
        staff().get("/v1/admin/products/" + id)
                .then()
                .body("data.variants[0].lowStock", equalTo(4))
                .body("data.variants[0]", not(hasKey("stockPolicy")));
    }

    private Response count(int onHand) {
        return staff().body("{\"onHand\": %d, \"reason\": \"counted\"}".formatted(onHand))
                .put("/v1/admin/stock/" + sku);
    }

    private String create(int stock, String policy) {
        return createProduct(body(stock, policy));
    }

    private String body(int stock, String policy) {
        String variant = "{\"sku\": \"%s\", \"stock\": %d, \"prices\": [%s]%s}"
                .formatted(sku, stock, eur(100), policy.isEmpty() ? "" : ", " + policy);
        return product(sku, "Ahead", variant);
    }

    private static Response patch(String id, String patch) {
        return staff().header("If-Match", "*").body(patch).patch("/v1/admin/products/" + id);
    }
}
