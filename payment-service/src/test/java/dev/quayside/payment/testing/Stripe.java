package dev.quayside.payment.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentListParams;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What shoppers, people at the Dashboard and a bad network do at Stripe. */
public final class Stripe {
    public static final String API_KEY = "sk_test_quayside";
    public static final String WEBHOOK_SECRET = "whsec_current";
    public static final String OTHER_WEBHOOK_SECRET = "whsec_rolled";

    private static volatile String base = "";
    private static volatile boolean losing;
    private static volatile StripeClient client = clientOf("");

    private Stripe() {}

    static void at(String address) {
        base = address;
        client = clientOf(address);
    }

    public static StripeClient client() {
        return client;
    }

    private static StripeClient clientOf(String address) {
        return StripeClient.builder().setApiKey(API_KEY).setApiBase(address).build();
    }

    /** The shopper pays with a test card. */
    public static PaymentIntent pay(String intentId, String card) throws StripeException {
        PaymentIntentConfirmParams params =
                PaymentIntentConfirmParams.builder().setPaymentMethod(card).build();
        return client().v1().paymentIntents().confirm(intentId, params);
    }

    public static PaymentIntent intent(String intentId) {
        return called(() -> client().v1().paymentIntents().retrieve(intentId));
    }

    /** Somebody at the Dashboard captures a part, or all. */
    public static void captureElsewhere(String intentId, long amount) {
        PaymentIntentCaptureParams params =
                PaymentIntentCaptureParams.builder().setAmountToCapture(amount).build();
        called(() -> client().v1().paymentIntents().capture(intentId, params));
    }

    /** A grant that nobody has captured ends, or somebody at the Dashboard ends it. */
    public static void cancelElsewhere(String intentId) {
        control("/payment_intents/" + intentId + "/cancel", Map.of());
    }

    /** All PaymentIntents that were made for an order. */
    public static List<PaymentIntent> intentsOf(UUID order) {
        PaymentIntentListParams params =
                PaymentIntentListParams.builder().setLimit(100L).build();
        return called(() -> client().v1().paymentIntents().list(params).getData().stream()
                .filter(intent -> order.toString().equals(intent.getMetadata().get("orderId")))
                .toList());
    }

    public static List<Refund> refundsOf(String intentId) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(100L)
                .build();
        return called(() -> client().v1().refunds().list(params).getData());
    }

    /** A refund that somebody makes at the Dashboard. */
    public static Refund refundElsewhere(String intentId, long amount) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(intentId)
                .setAmount(amount)
                .build();
        return called(() -> client().v1().refunds().create(params));
    }

    /** The cardholder's bank disputes the payment, or only asks about it; the answer is the dispute's id. */
    public static String dispute(String intentId, boolean inquiry) {
        return given().baseUri(base)
                .contentType(ContentType.JSON)
                .body(Map.of("inquiry", inquiry))
                .post("/_test/payment_intents/" + intentId + "/dispute")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** A dispute ends: {@code win} or {@code lose}. */
    public static void end(String disputeId, String outcome) {
        control("/disputes/" + disputeId + "/" + outcome, Map.of());
    }

    /** The merchant gives a dispute up, which loses it; an inquiry then comes to nothing. */
    public static void giveUp(String disputeId) {
        called(() -> client().v1().disputes().close(disputeId));
    }

    /** The merchant answers a dispute, or gives an inquiry the evidence that ends it. */
    public static void answer(String disputeId, String evidence) {
        called(() -> client().v1()
                .disputes()
                .update(
                        disputeId,
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(evidence)
                                        .build())
                                .build()));
    }

    public static Dispute dispute(String disputeId) {
        return called(() -> client().v1().disputes().retrieve(disputeId));
    }

    public static Charge chargeOf(String intentId) {
        return called(() -> client().v1().charges().retrieve(intent(intentId).getLatestCharge()));
    }

    /** The network to Stripe works, and every event is delivered once. */
    public static void honest() {
        reachable();
        given().baseUri(base).delete("/_test/webhooks").then().statusCode(200);
        losing = false;
    }

    /** The network to Stripe works; events go on as they did. */
    public static void reachable() {
        given().baseUri(base).delete("/_test/faults").then().statusCode(200);
    }

    /** The next call of this method and path goes wrong; see the stand-in's kinds of fault. */
    public static void fault(String kind, String method, String path, boolean afterEffect, int times) {
        control(
                "/faults",
                Map.of("kind", kind, "method", method, "path", path, "afterEffect", afterEffect, "times", times));
    }

    /** The next call is carried out late, and then answered. */
    public static void delay(String method, String path, long millis) {
        control("/faults", Map.of("kind", "delay", "method", method, "path", path, "delayMillis", millis));
    }

    /** The next call is carried out at once, and answered late. */
    public static void slowAnswer(String method, String path, long millis) {
        control(
                "/faults",
                Map.of("kind", "delay", "method", method, "path", path, "delayMillis", millis, "afterEffect", true));
    }

    /** Changes how events are delivered: hold, beforeReply, repeat, dropTypes, apiVersion … */
    public static void webhooks(Map<String, Object> plan) {
        control("/webhooks", plan);
    }

    /** Nothing is delivered any more until the next test. */
    public static void losesEvents() {
        webhooks(Map.of("dropNext", 100_000));
        losing = true;
    }

    /** Whether the service has to be told what a test takes for known. */
    static boolean isLosingEvents() {
        return losing;
    }

    /** A PaymentIntent in the name of an order, made and paid in one call; answers its id. */
    public static String paid(UUID order, long amount) {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("eur")
                .addPaymentMethodType("card")
                .setPaymentMethod("pm_card_visa")
                .setConfirm(true)
                .putMetadata("orderId", order.toString())
                .build();
        return called(() -> client().v1().paymentIntents().create(params)).getId();
    }

    /** A payment of somebody else on the same account: nothing of ours is in its metadata. */
    public static String foreignIntent(long amount) {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("eur")
                .addPaymentMethodType("card")
                .build();
        return called(() -> client().v1().paymentIntents().create(params)).getId();
    }

    /** The customer finishes the saving of a test card, as a storefront does. */
    public static SetupIntent finish(String setupIntent, String card) {
        SetupIntentConfirmParams params =
                SetupIntentConfirmParams.builder().setPaymentMethod(card).build();
        return called(() -> client().v1().setupIntents().confirm(setupIntent, params));
    }

    public static SetupIntent setup(String setupIntent) {
        return called(() -> client().v1().setupIntents().retrieve(setupIntent));
    }

    public static PaymentMethod method(String id) {
        return called(() -> client().v1().paymentMethods().retrieve(id));
    }

    /** Somebody at the Dashboard takes a saved card from its customer. */
    public static void detach(String method) {
        called(() -> client().v1().paymentMethods().detach(method));
    }

    /** The objects of a customer of ours. */
    public static List<Customer> customersOf(UUID customer) {
        CustomerListParams params = CustomerListParams.builder().setLimit(100L).build();
        return called(() -> client().v1().customers().list(params).getData().stream()
                .filter(one -> customer.toString().equals(one.getMetadata().get("customerId")))
                .toList());
    }

    /** Somebody at the Dashboard deletes a customer. */
    public static void deleteCustomer(String stripeCustomerId) {
        called(() -> client().v1().customers().delete(stripeCustomerId));
    }

    /** All SetupIntents that were made for a customer of ours. */
    public static List<SetupIntent> setupsOf(UUID customer) {
        SetupIntentListParams params =
                SetupIntentListParams.builder().setLimit(100L).build();
        return called(() -> client().v1().setupIntents().list(params).getData().stream()
                .filter(setup -> customer.toString().equals(setup.getMetadata().get("customerId")))
                .toList());
    }

    /** All events that mention an object, oldest first, as their bodies are. */
    public static List<String> eventsOf(String objectId, ObjectMapper json) throws IOException {
        List<String> found = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = json.readTree(given().baseUri(base)
                    .auth()
                    .preemptive()
                    .basic(API_KEY, "")
                    .get("/v1/events?limit=100" + after)
                    .asString());
            for (JsonNode event : page.path("data")) {
                after = "&starting_after=" + event.path("id").asText();
                if (event.toString().contains("\"" + objectId + "\"")) {
                    found.add(0, event.toString());
                }
            }
            more = page.path("has_more").asBoolean();
        }
        return found;
    }

    /** The cardholder proves who they are, or does not: {@code succeed} or {@code fail}. */
    public static void authenticate(String kind, String id, String outcome) {
        control("/" + kind + "/" + id + "/authenticate", Map.of("outcome", outcome));
    }

    /** The last events, newest first, as their bodies are. */
    public static JsonNode events(ObjectMapper json) throws IOException {
        String list = given().baseUri(base)
                .auth()
                .preemptive()
                .basic(API_KEY, "")
                .get("/v1/events?limit=20")
                .asString();
        return json.readTree(list).path("data");
    }

    public static void control(String path, Map<String, Object> body) {
        given().baseUri(base)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/_test" + path)
                .then()
                .statusCode(200);
    }

    /** The calls that Stripe saw, oldest first. */
    public static List<Map<String, Object>> requests(String method, String path) {
        return JsonPath.from(given().baseUri(base)
                        .get("/_test/requests?method=" + method + "&path=" + path)
                        .asString())
                .getList("requests");
    }

    private interface Call<T> {
        T run() throws StripeException;
    }

    private static <T> T called(Call<T> call) {
        try {
            return call.run();
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }
}
