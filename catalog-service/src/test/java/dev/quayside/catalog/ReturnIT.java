package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.basket;
import static dev.quayside.catalog.Fixtures.hold;
import static dev.quayside.catalog.Fixtures.invariants;
import static dev.quayside.catalog.Fixtures.json;
import static dev.quayside.catalog.Fixtures.orderService;
import static dev.quayside.catalog.Fixtures.putBack;
import static dev.quayside.catalog.Fixtures.skuWithStock;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.stock;
import static dev.quayside.catalog.Fixtures.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogTest
class ReturnIT {
    private final UUID order = UUID.randomUUID();
    private final UUID once = UUID.randomUUID();

    @AfterEach
    void numbersOfStockAgree() {
        invariants().then().statusCode(200).body("data[0].violations", equalTo(0));
    }

    @Test
    void someUnitsComeBackAndTheRestLater() {
        String mug = skuWithStock(10);
        String cap = skuWithStock(10);
        commit(Map.of(mug, 3, cap, 2));
        putBack(order, once, Map.of(mug, 2))
                .then()
                .statusCode(200)
                .body("data.id", equalTo(once.toString()))
                .body("data.orderId", equalTo(order.toString()))
                .body("data.lines", equalTo(List.of(Map.of("sku", mug, "quantity", 2))));
        assertThat(stock(mug)).isEqualTo(List.of(9, 0, 9));
        assertThat(returned(mug)).isEqualTo(2);
        putBack(order, UUID.randomUUID(), Map.of(mug, 1, cap, 1)).then().statusCode(200);
        assertThat(stock(mug)).isEqualTo(List.of(10, 0, 10));
        assertThat(stock(cap)).isEqualTo(List.of(9, 0, 9));
        verb(order, "return").then().statusCode(200).body("data.status", equalTo("returned"));
        assertThat(stock(mug)).isEqualTo(List.of(10, 0, 10));
        assertThat(stock(cap)).isEqualTo(List.of(10, 0, 10));
        assertThat(returned(cap)).isEqualTo(2);
    }

    @Test
    void sameReturnIsTheSameAnswerWhateverCameBackSince() {
        String sku = skuWithStock(10);
        commit(Map.of(sku, 3));
        Object first = putBack(order, once, Map.of(sku, 1)).path("data");
        assertThat(putBack(order, once, Map.of(sku, 1)).<Object>path("data")).isEqualTo(first);
        assertThat(stock(sku)).isEqualTo(List.of(8, 0, 8));
        verb(order, "return").then().statusCode(200);
        assertThat(putBack(order, once, Map.of(sku, 1)).<Object>path("data")).isEqualTo(first);
        refused(putBack(order, UUID.randomUUID(), Map.of(sku, 1)), 409, "return_exceeds_committed");
        assertThat(stock(sku)).isEqualTo(List.of(10, 0, 10));
    }

    @Test
    void orderOfTheLinesDoesNotCount() {
        String one = skuWithStock(5);
        String other = skuWithStock(5);
        commit(Map.of(one, 1, other, 1));
        String line = "{\"sku\": \"%s\", \"quantity\": 1}";
        String there = line.formatted(one) + "," + line.formatted(other);
        String back = line.formatted(other) + "," + line.formatted(one);
        Object first = returns("{\"lines\": [" + there + "]}").path("data");
        assertThat(returns("{\"lines\": [" + back + "]}").<Object>path("data")).isEqualTo(first);
    }

    @Test
    void reusedIdIsAMismatch() {
        String sku = skuWithStock(10);
        commit(Map.of(sku, 3));
        putBack(order, once, Map.of(sku, 1)).then().statusCode(200);
        refused(putBack(order, once, Map.of(sku, 2)), 409, "return_mismatch");
        refused(putBack(order, once, Map.of("other", 1)), 409, "return_mismatch");
        UUID another = UUID.randomUUID();
        hold(another, basket(Map.of(sku, 3))).then().statusCode(200);
        verb(another, "commit").then().statusCode(200);
        refused(putBack(another, once, Map.of(sku, 1)), 409, "return_mismatch");
        assertThat(stock(sku)).isEqualTo(List.of(5, 0, 5));
    }

    @Test
    void moreThanIsOutIsRefusedAndBringsNothingBack() {
        String mug = skuWithStock(10);
        String cap = skuWithStock(10);
        commit(Map.of(mug, 3, cap, 2));
        putBack(order, once, Map.of(mug, 2)).then().statusCode(200);
        Response refused = putBack(order, UUID.randomUUID(), Map.of(cap, 2, mug, 2));
        refused(refused, 409, "return_exceeds_committed");
        assertThat(refused.<Map<String, Integer>>path("out")).isEqualTo(Map.of(mug, 1));
        assertThat(stock(cap)).isEqualTo(List.of(8, 0, 8));
        // What was refused has left nothing behind: the id is free.
        UUID free = UUID.randomUUID();
        refused(putBack(order, free, Map.of(mug, 2)), 409, "return_exceeds_committed");
        putBack(order, free, Map.of(mug, 1)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "none,      404, reservation_not_found",
        "held,      409, reservation_not_committed",
        "released,  409, reservation_closed",
        "tombstone, 409, reservation_closed",
        "committed, 200, ",
        "returned,  409, return_exceeds_committed",
    })
    void onlyACommittedReservationGivesUnitsBack(String state, int status, String code) {
        String sku = skuWithStock(10);
        List<String> verbs = switch (state) {
            case "released" -> List.of("release");
            case "committed" -> List.of("commit");
            case "returned" -> List.of("commit", "return");
            default -> List.of();
        };
        if (state.equals("tombstone")) {
            verb(order, "release").then().statusCode(200);
        } else if (!state.equals("none")) {
            hold(order, basket(Map.of(sku, 3))).then().statusCode(200);
        }
        verbs.forEach(verb -> verb(order, verb).then().statusCode(200));
        List<Integer> before = stock(sku);
        Response answer = putBack(order, once, Map.of(sku, 1));
        if (status == 200) {
            answer.then().statusCode(200);
        } else {
            refused(answer, status, code);
            assertThat(stock(sku)).isEqualTo(before);
        }
    }

    @Test
    void commitAndHoldOfAPartlyReturnedReservationAreTheFirstAnswers() {
        String sku = skuWithStock(10);
        Object held = hold(order, basket(Map.of(sku, 3))).path("data.lines");
        verb(order, "commit").then().statusCode(200);
        putBack(order, once, Map.of(sku, 2)).then().statusCode(200);
        verb(order, "commit").then().statusCode(200).body("data.lines", equalTo(held));
        hold(order, basket(Map.of(sku, 3)))
                .then()
                .statusCode(200)
                .body("data.lines", equalTo(held))
                .body("data.status", equalTo("committed"));
        assertThat(stock(sku)).isEqualTo(List.of(9, 0, 9));
    }

    @Test
    void ledgerHasARowForEachReturn() {
        String sku = skuWithStock(10);
        commit(Map.of(sku, 3));
        putBack(order, once, Map.of(sku, 1)).then().statusCode(200);
        putBack(order, UUID.randomUUID(), Map.of(sku, 1)).then().statusCode(200);
        verb(order, "return").then().statusCode(200);
        Response movements = staff().get("/v1/admin/stock/" + sku + "/movements?sort=createdAt");
        assertThat(movements.<List<String>>path("data.kind"))
                .containsExactly("opened", "committed", "returned", "returned", "returned");
        assertThat(movements.<List<Integer>>path("data.delta")).containsExactly(10, -3, 1, 1, 1);
    }

    @Test
    void returnPutsASoldOutProductBackInStock() {
        String sku = skuWithStock(1);
        commit(Map.of(sku, 1));
        assertThat(inStock(sku)).isFalse();
        putBack(order, once, Map.of(sku, 1)).then().statusCode(200);
        assertThat(inStock(sku)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                         | 422 | lines",
                "{'lines':[]}                                               | 422 | lines",
                "{'lines':[null]}                                           | 422 | lines",
                "{'lines':[{'sku':'SKU'}]}                                  | 422 | lines[0].quantity",
                "{'lines':[{'quantity':1}]}                                 | 422 | lines[0].sku",
                "{'lines':[{'sku':'SKU','quantity':0}]}                     | 422 | lines[0].quantity",
                "{'lines':[{'sku':'SKU','quantity':-1}]}                    | 422 | lines[0].quantity",
                "{'lines':[{'sku':'SKU','quantity':1000001}]}               | 422 | lines[0].quantity",
                "{'lines':[{'sku':'SKU','quantity':1},{'sku':'SKU','quantity':1}]} | 422 | lines",
                "{'lines':[{'sku':'none','quantity':1}]}                    | 422 | none",
                "{'lines':[{'sku':'SKU','quantity':1.5}]}                   | 400 | ",
                "{'lines':[{'sku':'SKU','quantity':'1'}]}                   | 400 | ",
                "{'lines':[{'sku':'SKU','quantity':1}],'x':1}               | 400 | ",
                "[]                                                         | 400 | ",
            })
    void badReturnIsRefused(String template, int status, String field) {
        String sku = skuWithStock(5);
        commit(Map.of(sku, 2));
        Response answer = returns(template.replace("SKU", sku).replace('\'', '"'));
        answer.then().statusCode(status);
        if (status == 422) {
            answer.then().body("errors.field", hasItem(field));
        }
        assertThat(stock(sku)).isEqualTo(List.of(3, 0, 3));
    }

    @Test
    void idThatIsNoneIsA404() {
        orderService()
                .body("{\"lines\": []}")
                .put("/internal/v1/reservations/" + order + "/returns/x")
                .then()
                .statusCode(404);
    }

    private void commit(Map<String, Integer> quantities) {
        hold(order, basket(quantities)).then().statusCode(200);
        verb(order, "commit").then().statusCode(200);
    }

    private Response returns(String body) {
        return orderService().body(body).put("/internal/v1/reservations/" + order + "/returns/" + once);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    /** Units that the audit reads as back. */
    private int returned(String sku) {
        UUID before = new UUID(order.getMostSignificantBits(), order.getLeastSignificantBits() - 1);
        return orderService()
                .get("/internal/v1/audit/reservations?limit=1&after=" + before)
                .path("data[0].lines.find { it.sku == '" + sku + "' }.returned");
    }

    private static boolean inStock(String sku) {
        return json().get("/v1/products?q=" + sku)
                .then()
                .statusCode(200)
                .extract()
                .path("data[0].inStock");
    }
}
