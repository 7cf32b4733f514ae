package dev.quayside.order.testing;

import static io.restassured.RestAssured.given;

import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member of staff who refunds. */
public final class Refunding {
    private Refunding() {}

    /** Asks for a refund with a key. */
    public static Response refund(String orderId, String key, Object body) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.staff("refunds:write"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/admin/orders/" + orderId + "/refunds");
    }

    /** Asks for a refund with a new key. */
    public static Response refund(PlacedOrder order, Object body) {
        return refund(order.id(), Shopper.key(), body);
    }

    /** A refund that is made. */
    public static JsonPath refunded(PlacedOrder order, Object body) {
        return refund(order, body).then().statusCode(201).extract().jsonPath().setRootPath("data");
    }

    /** The body that asks for an amount in EUR. */
    public static Map<String, Object> amount(long amount) {
        return new HashMap<>(Map.of("amount", Map.of("amount", amount, "currency", "EUR")));
    }

    /** The body that asks for units of one sku. */
    public static Map<String, Object> items(String sku, int quantity) {
        return new HashMap<>(Map.of("items", List.of(Map.of("sku", sku, "quantity", quantity))));
    }

    /** A body with one more member. */
    public static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    /** A refund as staff reads it. */
    public static JsonPath read(String orderId, String refundId) {
        return staff("/v1/admin/orders/" + orderId + "/refunds/" + refundId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("data");
    }

    /** What a reader of orders gets. */
    public static Response staff(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff("orders:read"))
                .get(path);
    }
}
