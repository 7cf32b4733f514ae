package dev.quayside.order.testing;

import static io.restassured.RestAssured.given;

import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the public API: a guest, or a customer with a token. */
public final class Shopper {
    private static final long SHIPPING = 499;

    private final @Nullable UUID id;
    private final @Nullable String token;

    private Shopper(@Nullable UUID id) {
        this.id = id;
        this.token = id == null ? null : Tokens.customer(id);
    }

    public static Shopper guest() {
        return new Shopper(null);
    }

    public static Shopper customer() {
        return new Shopper(UUID.randomUUID());
    }

    /** What a subtotal in EUR comes to with shipping and tax. */
    public static long total(long subtotal) {
        return Math.floorDiv((subtotal + SHIPPING) * 120 + 50, 100);
    }

    public RequestSpecification request() {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return token == null ? request : request.auth().oauth2(token);
    }

    public @Nullable UUID id() {
        return id;
    }

    /** A new cart in EUR with a quantity of one sku. */
    public String cartWith(String sku, int quantity) {
        String cart = request()
                .body(Map.of("currency", "EUR"))
                .post("/v1/carts")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        put(cart, sku, quantity).then().statusCode(200);
        return cart;
    }

    public Response put(String cart, String sku, int quantity) {
        return request().body(Map.of("quantity", quantity)).put("/v1/carts/" + cart + "/items/" + sku);
    }

    /** Checks out at an expected total in EUR. */
    public Response checkout(String cart, String key, long expectedTotal) {
        return request()
                .header("Idempotency-Key", key)
                .body(checkoutBody(expectedTotal))
                .post("/v1/carts/" + cart + "/checkout");
    }

    /** Buys one new product of 1000 and gives the order. */
    public JsonPath placed(String cart, long expectedTotal) {
        return checkout(cart, key(), expectedTotal)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public Response cancel(String orderId, String orderToken) {
        return request().header("Order-Token", orderToken).post("/v1/orders/" + orderId + "/cancel");
    }

    public Response order(String orderId, String orderToken) {
        return request().header("Order-Token", orderToken).get("/v1/orders/" + orderId);
    }

    public Response payment(String orderId, String orderToken) {
        return request().header("Order-Token", orderToken).get("/v1/orders/" + orderId + "/payment");
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** A valid body that a test may spoil. */
    public static Map<String, Object> checkoutBody(long expectedTotal) {
        Map<String, Object> address = new HashMap<>();
        address.put("name", "Ada Lovelace");
        address.put("line1", "1 Quay Street");
        address.put("city", "Hamburg");
        address.put("postalCode", "20457");
        address.put("country", "DE");
        Map<String, Object> body = new HashMap<>();
        body.put("email", "ada@example.com");
        body.put("shippingAddress", address);
        body.put("shippingMethod", "standard");
        body.put("expectedTotal", new HashMap<>(Map.of("amount", expectedTotal, "currency", "EUR")));
        return body;
    }
}
