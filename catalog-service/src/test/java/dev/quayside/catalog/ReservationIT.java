package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.createProduct;
import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.invariants;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.orderService;
import static dev.quayside.catalog.Fixtures.price;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class ReservationIT {
    private final UUID order = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "none,      hold,    200, held",
        "none,      commit,  404, reservation_not_found",
        "none,      release, 200, released",
        "none,      return,  404, reservation_not_found",
        "held,      hold,    200, held",
        "held,      other,   409, reservation_mismatch",
        "held,      dollars, 409, reservation_mismatch",
        "held,      commit,  200, committed",
        "held,      release, 200, released",
        "held,      return,  409, reservation_not_committed",
        "committed, hold,    200, committed",
        "committed, other,   409, reservation_mismatch",
        "committed, commit,  200, committed",
        "committed, release, 409, reservation_committed",
        "committed, return,  200, returned",
        "released,  hold,    409, reservation_closed",
        "released,  other,   409, reservation_closed",
        "released,  commit,  409, reservation_closed",
        "released,  release, 200, released",
        "released,  return,  409, reservation_closed",
        "tombstone, hold,    409, reservation_closed",
        "tombstone, commit,  409, reservation_closed",
        "tombstone, release, 200, released",
        "tombstone, return,  409, reservation_closed",
        "returned,  hold,    409, reservation_closed",
        "returned,  other,   409, reservation_closed",
        "returned,  commit,  409, reservation_closed",
        "returned,  release, 409, reservation_closed",
        "returned,  return,  200, returned",
    })
    void everyVerbInEveryStateAnswersTheSameTwice(String state, String verb, int status, String outcome) {
        String sku = skuWithStock(10);
        bring(state, sku);
        Response first = call(verb, sku);
        Response second = call(verb, sku);
        for (Response answer : List.of(first, second)) {
            answer.then().statusCode(status).body(status == 200 ? "data.status" : "code", equalTo(outcome));
        }
        assertThat(second.<Map<String, ?>>path("data")).isEqualTo(first.<Map<String, ?>>path("data"));
        assertThat(stock(sku)).isEqualTo(expected(status == 200 ? outcome : state));
        invariants().then().body("data[0].violations", equalTo(0));
    }

    @Test
    void repeatedHoldGivesTheFirstSnapshotWhateverHappenedToTheProduct() {
        String sku = newName("sku");
        String id = createProduct(product(newName("p"), "First title", variant(sku, "M", 5, eur(1000))));
        Response first = hold(order, basket(Map.of(sku, 2)));
        first.then()
                .statusCode(200)
                .body("data.id", equalTo(order.toString()))
                .body("data.currency", equalTo("EUR"))
                .body("data.lines[0].title", equalTo("First title"))
                .body("data.lines[0].productId", equalTo(id))
                .body("data.lines[0].options", equalTo(Map.of("size", "M")))
                .body("data.lines[0].quantity", equalTo(2))
                .body("data.lines[0].unitPrice", equalTo(Map.of("amount", 1000, "currency", "EUR")));
        staff().header("If-Match", "*")
                .body("{\"title\": \"Second\", \"variants\": [" + variant(sku, "L", 0, eur(2000)) + "]}")
                .patch("/v1/admin/products/" + id)
                .then()
                .statusCode(200);
        assertThat(hold(order, basket(Map.of(sku, 2))).<Object>path("data")).isEqualTo(first.path("data"));
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        assertThat(hold(order, basket(Map.of(sku, 2))).<Object>path("data")).isEqualTo(first.path("data"));
        hold(UUID.randomUUID(), basket(Map.of(sku, 1))).then().statusCode(422).body("code", equalTo("unknown_sku"));
        verb(order, "commit").then().statusCode(200).body("data.lines", equalTo(first.path("data.lines")));
        assertThat(stock(sku)).isEqualTo(List.of(3, 0, 3));
        verb(order, "return").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(5, 0, 5));
    }

    @Test
    void deletedProductsHoldCanBeReleased() {
        String sku = newName("sku");
        String id = createProduct(product(newName("p"), "T", variant(sku, "M", 1, eur(1))));
        hold(order, basket(Map.of(sku, 1))).then().statusCode(200);
        staff().delete("/v1/admin/products/" + id).then().statusCode(204);
        staff().body(product(newName("p"), "T", variant(sku, "M", 0, eur(1))))
                .post("/v1/admin/products")
                .then()
                .statusCode(409)
                .body("code", equalTo("stock_below_reserved"));
        verb(order, "release").then().statusCode(200);
        assertThat(stock(sku)).isEqualTo(List.of(1, 0, 1));
    }

    @Test
    void shortageHoldsNothingAndTellsWhatThereIs() {
        String plenty = skuWithStock(10);
        String few = skuWithStock(1);
        String none = skuWithStock(0);
        hold(order, basket(Map.of(plenty, 2, few, 2, none, 1)))
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient_stock"))
                .body("available", equalTo(Map.of(few, 1, none, 0)));
        assertThat(stock(plenty)).isEqualTo(List.of(10, 0, 10));
        hold(order, basket(Map.of(plenty, 2, few, 1))).then().statusCode(200);
    }

    @Test
    void whatIsNotForSaleIsNamed() {
        String sold = skuWithStock(5);
        String dollars = newName("usd");
        createProduct(product(newName("p"), "T", variant(dollars, "M", 5, price(5, "USD"))));
        String draft = newName("draft");
        createProduct("{\"status\": \"draft\", "
                + product(newName("p"), "T", variant(draft, "M", 5, eur(5))).substring(1));
        String lines = "{\"sku\": \"%s\", \"quantity\": 1}";
        hold(
                        order,
                        "{\"currency\": \"EUR\", \"lines\": [%s, %s, %s]}"
                                .formatted(lines.formatted(sold), lines.formatted("none such"), lines.formatted(draft)))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown_sku"))
                .body("errors.field", contains("none such", draft));
        hold(order, basket(Map.of(dollars, 1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("price_unavailable"))
                .body("errors.field", contains(dollars));
        hold(order, basket(Map.of(sold, 1))).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"currency\": \"EUR\", \"lines\": []}",
                "{\"currency\": \"EUR\"}",
                "{\"lines\": [{\"sku\": \"a\", \"quantity\": 1}]}",
                "{\"currency\": \"XXX\", \"lines\": [{\"sku\": \"a\", \"quantity\": 1}]}",
                "{\"currency\": \"EUR\", \"lines\": [{\"sku\": \"a\", \"quantity\": 0}]}",
                "{\"currency\": \"EUR\", \"lines\": [{\"sku\": \"a\", \"quantity\": -1}]}",
                "{\"currency\": \"EUR\", \"lines\": [{\"sku\": \"a\", \"quantity\": 1000001}]}",
                "{\"currency\": \"EUR\", \"lines\": [{\"sku\": \"a\"}]}",
                "{\"currency\": \"EUR\", \"lines\": [{\"sku\": \"a\", \"quantity\": 1}, {\"sku\": \"a\", \"quantity\": 1}]}"
            })
    void invalidBasketIsA422(String body) {
        hold(order, body).then().statusCode(422).body("code", equalTo("validation_failed"));
        verb(order, "commit").then().statusCode(404);
    }

    @Test
    void idThatIsNoUuidIsA404() {
        orderService()
                .post("/internal/v1/reservations/x/commit")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    @Test
    void quoteAnswersEveryLineAndHoldsNothing() {
        String sku = skuWithStock(2);
        String dollars = newName("usd");
        createProduct(product(newName("p"), "T", variant(dollars, "M", 5, price(5, "USD"))));
        String line = "{\"sku\": \"%s\", \"quantity\": 3}";
        orderService()
                .body("{\"currency\": \"EUR\", \"lines\": [%s, %s, %s]}"
                        .formatted(line.formatted(sku), line.formatted(dollars), line.formatted("nothing")))
                .post("/internal/v1/quotes")
                .then()
                .statusCode(200)
                .body("data.currency", equalTo("EUR"))
                .body("data.lines.sku", contains(sku, dollars, "nothing"))
                .body("data.lines.quantity", contains(3, 3, 3))
                .body("data.lines.available", contains(2, 5, 0))
                .body("data.lines.problem", contains(null, "price_unavailable", "unknown_sku"))
                .body("data.lines[0].unitPrice", equalTo(Map.of("amount", 1000, "currency", "EUR")))
                .body("data.lines[1].unitPrice", equalTo(null))
                .body("data.lines[1].title", equalTo("T"))
                .body("data.lines[2].productId", equalTo(null));
        assertThat(stock(sku)).isEqualTo(List.of(2, 0, 2));
    }

    @Test
    void tombstoneHasNoLines() {
        verb(order, "release")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("released"))
                .body("data.lines", empty());
    }

    private void bring(String state, String sku) {
        List<String> verbs = switch (state) {
            case "none" -> List.of();
            case "held" -> List.of("hold");
            case "committed" -> List.of("hold", "commit");
            case "released" -> List.of("hold", "release");
            case "tombstone" -> List.of("release");
            case "returned" -> List.of("hold", "commit", "return");
            default -> throw new IllegalArgumentException(state);
        };
        verbs.forEach(verb -> call(verb, sku).then().statusCode(200));
    }

    private Response call(String verb, String sku) {
        return switch (verb) {
            case "hold" -> hold(order, basket(Map.of(sku, 3)));
            case "other" -> hold(order, basket(Map.of(sku, 4)));
            case "dollars" -> hold(order, basket(Map.of(sku, 3)).replace("EUR", "USD"));
            default -> verb(order, verb);
        };
    }

    private static List<Integer> expected(String state) {
        return switch (state) {
            case "held" -> List.of(10, 3, 7);
            case "committed" -> List.of(7, 0, 7);
            default -> List.of(10, 0, 10);
        };
    }
}
