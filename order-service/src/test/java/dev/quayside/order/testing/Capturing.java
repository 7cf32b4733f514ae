package dev.quayside.order.testing;

import static io.restassured.RestAssured.given;

import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A member of staff who captures. */
public final class Capturing {
    private Capturing() {}

    /** Asks for a capture with a key. */
    public static Response capture(String orderId, String key, Object body) {
        return request(key).contentType(ContentType.JSON).body(body).post(path(orderId));
    }

    /** Asks for a capture of an amount in EUR with a new key. */
    public static Response capture(PlacedOrder order, long amount) {
        return capture(order.id(), Shopper.key(), Refunding.amount(amount));
    }

    /** Asks for all that is authorised, without a body. */
    public static Response captureAll(PlacedOrder order) {
        return request(Shopper.key()).post(path(order.id()));
    }

    private static RequestSpecification request(String key) {
        return given().auth().oauth2(Tokens.staff("payments:capture")).header("Idempotency-Key", key);
    }

    private static String path(String orderId) {
        return "/v1/admin/orders/" + orderId + "/capture";
    }
}
