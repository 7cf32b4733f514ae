package dev.quayside.endtoend.testing;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens at Stripe beside our calls: shoppers authenticate, deliveries go wrong, calls fail. */
public final class Stripe {
    private Stripe() {}

    public static void authenticate(String paymentIntent, String outcome) {
        control("/_test/payment_intents/" + paymentIntent + "/authenticate", "{\"outcome\": \"" + outcome + "\"}");
    }

    /** A refund made in Stripe's Dashboard. */
    public static void refundElsewhere(String paymentIntent, long amount) {
        control("/_test/payment_intents/" + paymentIntent + "/refund", "{\"amount\": " + amount + "}");
    }

    /** A capture made in Stripe's Dashboard. */
    public static void captureElsewhere(String paymentIntent, long amount) {
        Http.stripe()
                .header("Authorization", "Bearer " + Shop.running().stripeApiKey())
                .contentType(ContentType.URLENC)
                .formParam("amount_to_capture", amount)
                .post("/v1/payment_intents/{id}/capture", paymentIntent)
                .then()
                .statusCode(200);
    }

    /** Stripe's time goes on by so much at once, and what falls due happens; the shop's own clock stays. */
    public static void later(Duration by) {
        control("/_test/clock", "{\"advanceSeconds\": " + by.toSeconds() + "}");
    }

    /** A PaymentIntent as Stripe shows it. */
    public static JsonPath paymentIntent(String paymentIntent) {
        return Http.stripe()
                .header("Authorization", "Bearer " + Shop.running().stripeApiKey())
                .get("/v1/payment_intents/{id}", paymentIntent)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Stripe's customer whose card this is; null once it is detached. */
    public static @Nullable String customerOfCard(String paymentMethod) {
        return Http.stripe()
                .header("Authorization", "Bearer " + Shop.running().stripeApiKey())
                .get("/v1/payment_methods/{id}", paymentMethod)
                .then()
                .statusCode(200)
                .extract()
                .path("customer");
    }

    public static List<Map<String, Object>> refunds(String paymentIntent) {
        return list("/v1/refunds", Map.of("payment_intent", paymentIntent, "limit", 100));
    }

    /** The PaymentIntents that carry an order's id in their metadata. */
    public static List<Map<String, Object>> paymentIntentsOf(String order) {
        return list("/v1/payment_intents", Map.of("limit", 100)).stream()
                .filter(intent ->
                        intent.get("metadata") instanceof Map<?, ?> metadata && order.equals(metadata.get("orderId")))
                .toList();
    }

    public static void control(String path, String body) {
        Http.stripe().contentType(ContentType.JSON).body(body).post(path).then().statusCode(200);
    }

    private static List<Map<String, Object>> list(String path, Map<String, Object> parameters) {
        return Http.stripe()
                .header("Authorization", "Bearer " + Shop.running().stripeApiKey())
                .queryParams(parameters)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data");
    }
}
