package dev.quayside.order.testing;

import static io.restassured.RestAssured.given;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.order.CaptureMethod;
import dev.quayside.order.order.CapturePolicy;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.function.Supplier;

/** An order that awaits its payment, and what happens to it. */
public record PlacedOrder(Shopper shopper, String cart, String sku, String id, String token, long total) {

    /** Buys a quantity of a new product of which there are nine. */
    public static PlacedOrder by(Shopper shopper, long price, int quantity) {
        String sku = FakeShop.get().catalog().product(price, 9);
        return of(shopper, shopper.cartWith(sku, quantity), sku, Shopper.total(price * quantity));
    }

    /** Buys as {@link #by} does in a shop that captures when it is asked to; the shopper has authorised it and the order goes ahead. */
    public static PlacedOrder authorized(Shopper shopper, long price, int quantity) {
        PlacedOrder order = manual(shopper, price, quantity);
        order.pay();
        return order;
    }

    /** Buys as {@link #by} does in a shop that captures when it is asked to. */
    public static PlacedOrder manual(Shopper shopper, long price, int quantity) {
        return inManualShop(() -> by(shopper, price, quantity));
    }

    /** Whoever buys meanwhile buys in a shop that captures when it is asked to. */
    public static <T> T inManualShop(Supplier<T> shopping) {
        QuarkusMock.installMockForType(new CapturePolicy(CaptureMethod.MANUAL), CapturePolicy.class);
        try {
            return shopping.get();
        } finally {
            QuarkusMock.installMockForType(new CapturePolicy(CaptureMethod.AUTOMATIC), CapturePolicy.class);
        }
    }

    /** Buys a cart. */
    public static PlacedOrder of(Shopper shopper, String cart, String sku, long total) {
        JsonPath order = shopper.placed(cart, total);
        return new PlacedOrder(
                shopper, cart, sku, order.getString("data.id"), order.getString("data.orderToken"), total);
    }

    /** The shopper pays and payment-service tells of it. */
    public void pay() {
        if (!FakeShop.get().payments().capture(id)) {
            throw new IllegalStateException("order " + id + " cannot be paid");
        }
        tell();
    }

    /** payment-service tells how the payment stands now. */
    public void tell() {
        tell(FakeShop.get().payments().event(id)).then().statusCode(204);
    }

    /** payment-service tells something. */
    public Response tell(Object event) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("payment-events:write"))
                .body(event)
                .put("/internal/v1/payment-events/" + id);
    }

    public Response cancel() {
        return shopper.cancel(id, token);
    }

    public JsonPath payment() {
        return shopper.payment(id, token).then().statusCode(200).extract().jsonPath();
    }

    /** The order as its owner sees it. */
    public JsonPath read() {
        return shopper.order(id, token)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("data");
    }
}
