package dev.quayside.endtoend;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** What happens at Stripe beside our calls: shoppers authenticate, deliveries go wrong, calls fail. */
final class Stripe {
    private Stripe() {}

    static void authenticate(String paymentIntent, String outcome) {
        control("/_test/payment_intents/" + paymentIntent + "/authenticate", "{\"outcome\": \"" + outcome + "\"}");
    }

    static List<Map<String, Object>> refunds(String paymentIntent) {
        return list("/v1/refunds", Map.of("payment_intent", paymentIntent, "limit", 100));
    }

    /** The PaymentIntents that carry an order's id in their metadata. */
    static List<Map<String, Object>> paymentIntentsOf(String order) {
        return list("/v1/payment_intents", Map.of("limit", 100)).stream()
                .filter(intent ->
                        intent.get("metadata") instanceof Map<?, ?> metadata && order.equals(metadata.get("orderId")))
                .toList();
    }

    static void control(String path, String body) {
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
