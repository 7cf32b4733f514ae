package dev.quayside.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The service's endpoints, called as the services around it do. */
public final class Service {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Service() {}

    public static Response open(UUID order, long amount) {
        return asOrders()
                .body(Map.of("amount", Map.of("amount", amount, "currency", "EUR"), "description", "Order 1"))
                .put("/internal/v1/payments/" + order);
    }

    /** Opens a payment whose money is taken later. */
    public static Response openManual(UUID order, long amount) {
        return asOrders()
                .body(Map.of("amount", Map.of("amount", amount, "currency", "EUR"), "capture", "manual"))
                .put("/internal/v1/payments/" + order);
    }

    public static Response capture(UUID order, long amount) {
        return asOrders().body(Map.of("amount", amount)).put("/internal/v1/payments/" + order + "/capture");
    }

    public static Response get(UUID order) {
        return asOrders().get("/internal/v1/payments/" + order);
    }

    public static Response cancel(UUID order) {
        return asOrders().post("/internal/v1/payments/" + order + "/cancel");
    }

    public static Response refund(UUID order, UUID refund, long amount) {
        return asOrders()
                .body(Map.of("amount", amount, "reason", "requested"))
                .put("/internal/v1/payments/" + order + "/refunds/" + refund);
    }

    public static JsonPath admin(UUID order) {
        return given().auth()
                .oauth2(Tokens.staff("payments:read"))
                .get("/v1/admin/payments/" + order)
                .jsonPath();
    }

    public static RequestSpecification asReader() {
        return given().auth().oauth2(Tokens.staff("payments:read"));
    }

    public static RequestSpecification asOrders() {
        return given().auth()
                .oauth2(Tokens.service("payments:write", "audit:read"))
                .contentType(ContentType.JSON);
    }

    /** Opens a payment and answers its PaymentIntent, also when Stripe's answer takes its time. */
    public static String opened(UUID order, long amount) {
        open(order, amount).then().statusCode(200);
        return await().atMost(PATIENCE)
                .until(() -> get(order).path("data.paymentIntentId"), intent -> intent != null)
                .toString();
    }

    /** A payment that the shopper has paid and that is not captured yet, and known to be; answers its PaymentIntent. */
    public static String authorized(UUID order, long amount) throws StripeException {
        String intent = openManual(order, amount).path("data.paymentIntentId");
        Stripe.pay(intent, "pm_card_visa");
        tellWhatIsLost(intent);
        awaitStatus(order, "authorized");
        return intent;
    }

    /** A payment that was paid by card, and known to be. */
    public static String captured(UUID order, long amount, String card) throws StripeException {
        String intent = opened(order, amount);
        Stripe.pay(intent, card);
        tellWhatIsLost(intent);
        awaitStatus(order, "captured");
        return intent;
    }

    /** The watch would find it too, after a second. */
    private static void tellWhatIsLost(String intent) {
        if (Stripe.isLosingEvents()) {
            isTold(intent);
        }
    }

    public static String captured(UUID order, long amount) throws StripeException {
        return captured(order, amount, "pm_card_visa");
    }

    /** Sees to it that the service knows of a payment that was made at Stripe, although it is told of nothing. */
    public static void knowsPaid(UUID order, String intent) {
        isTold(intent);
        awaitStatus(order, "captured");
    }

    /** The same for one that is captured later. */
    public static void knowsAuthorized(UUID order, String intent) {
        isTold(intent);
        awaitStatus(order, "authorized");
    }

    private static void isTold(String intent) {
        Deliveries.deliver("{\"id\":\"evt_known_" + UUID.randomUUID().toString().replace("-", "")
                        + "\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\""
                        + intent + "\",\"object\":\"payment_intent\"}}}")
                .then()
                .statusCode(200);
    }

    /** Waits until the stored state, which no call of the test's own refreshes, is this one. */
    public static void awaitStatus(UUID order, String status) {
        await().atMost(PATIENCE).until(() -> status.equals(admin(order).getString("data.payment.status")));
    }

    public static void awaitRefundStatus(UUID order, String status) {
        await().atMost(PATIENCE).until(() -> status.equals(admin(order).getString("data.payment.refundStatus")));
    }

    public static void awaitDisputeStatus(UUID order, String status) {
        await().atMost(PATIENCE).until(() -> status.equals(admin(order).getString("data.payment.disputeStatus")));
    }

    /** The ledger of an order as texts {@code kind amount}, sorted: the order of learning does not matter. */
    public static List<String> book(UUID order) {
        JsonPath payment = admin(order);
        List<String> kinds = payment.getList("data.transactions.kind", String.class);
        List<Long> amounts = payment.getList("data.transactions.amount", Long.class);
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> kinds.get(i) + " " + amounts.get(i))
                .sorted()
                .toList();
    }

    /** How many rows of a kind the ledger of an order has. */
    public static long ledger(UUID order, String kind) {
        return admin(order).getList("data.transactions.kind", String.class).stream()
                .filter(kind::equals)
                .count();
    }
}
