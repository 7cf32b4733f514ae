package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.endtoend.testing.Stripe;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A shop that is paid when it sends: the card is authorised at the checkout, and charged, in whole or in part, or not at all, later. */
@EndToEnd(capture = Shop.CAPTURED_LATER)
@Order(Integer.MAX_VALUE - 1)
class ManualCaptureIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @AgainstStripe
    void theCardIsChargedWhenTheShopCaptures() {
        String sku = Admin.product(5);
        Buyer.Order order = authorised(sku, 2);
        assertThat(Stripe.paymentIntent(order.paymentIntent()).getString("status"))
                .isEqualTo("requires_capture");
        order.read()
                .then()
                .body("data.capture.authorized.amount", equalTo((int) total(order)))
                .body("data.capture.captureBefore", notNullValue())
                .body("data.capture.captured.amount", equalTo(0));
        Admin.awaitStock(sku, 3, 0);
        String key = UUID.randomUUID().toString();
        capture(order, key, "{}").then().statusCode(200).body("data.paymentStatus", equalTo("paid"));
        capture(order, key, "{}").then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
        capture(order, "{}").then().statusCode(409).body("code", equalTo("order_not_capturable"));
        order.awaitPaid();
        order.read().then().body("data.capture.captured.amount", equalTo((int) total(order)));
        assertThat(Stripe.paymentIntent(order.paymentIntent()).getLong("amount_received"))
                .isEqualTo(total(order));
    }

    @AgainstStripe
    void aPartIsFinalAndOnlyThatMuchCanGoBack() {
        Buyer.Order order = authorised(Admin.product(5), 1);
        long part = total(order) - 500;
        capture(order, amount(part, "EUR")).then().statusCode(200).body("data.paymentStatus", equalTo("paid"));
        assertThat(Stripe.paymentIntent(order.paymentIntent()).getLong("amount_received"))
                .isEqualTo(part);
        capture(order, amount(500, "EUR")).then().statusCode(409).body("code", equalTo("order_not_capturable"));
        refund(order, part + 1).then().statusCode(409).body("left.amount", equalTo((int) part));
        refund(order, part).then().statusCode(201);
        order.awaitState(SOON, "confirmed", "refunded");
    }

    @AgainstStripe
    void aCancelledOrderIsNeverCharged() {
        String sku = Admin.product(5);
        Buyer.Order order = authorised(sku, 2);
        order.cancel();
        order.awaitState(SOON, "cancelled", "unpaid");
        assertThat(Stripe.paymentIntent(order.paymentIntent()).getString("status"))
                .isEqualTo("canceled");
        assertThat(Stripe.refunds(order.paymentIntent())).isEmpty();
        Admin.awaitStock(sku, 5, 0);
        capture(order, "{}").then().statusCode(409).body("code", equalTo("order_not_capturable"));
    }

    @Test
    void whatTheDashboardDoesIsLearned() {
        Buyer.Order captured = authorised(Admin.product(5), 1);
        Stripe.captureElsewhere(captured.paymentIntent(), total(captured));
        captured.awaitPaid();
        Buyer.Order inPart = authorised(Admin.product(5), 1);
        Stripe.captureElsewhere(inPart.paymentIntent(), total(inPart) - 1);
        inPart.awaitState(SOON, "confirmed", "needs_attention");
        String sku = Admin.product(5);
        Buyer.Order voided = authorised(sku, 2);
        Stripe.control("/_test/payment_intents/" + voided.paymentIntent() + "/cancel", "{}");
        voided.awaitState(SOON, "cancelled", "unpaid");
        Admin.awaitStock(sku, 5, 0);
    }

    /** Ten who capture and one who cancels: the money is captured once and then given back, or never captured. */
    @Test
    void captureAndCancelAtOnceEndAlike() {
        String sku = Admin.product(20);
        for (int round = 0; round < 3; round++) {
            Buyer.Order order = authorised(sku, 1);
            List<Response> answers = Together.run(11, n -> n == 5 ? order.cancel() : capture(order, "{}"));
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 202, 409);
            order.awaitOneOf(SOON, "cancelled/unpaid", "cancelled/refunded");
        }
        Admin.awaitStock(sku, 20, 0);
    }

    @Test
    void badRequestsChangeNothing() {
        Buyer.Order order = authorised(Admin.product(5), 1);
        long total = total(order);
        capture(order, amount(total + 1, "EUR"))
                .then()
                .statusCode(409)
                .body("code", equalTo("capture_exceeds_authorized"))
                .body("left.amount", equalTo((int) total));
        List.of(
                        amount(0, "EUR"),
                        amount(-1, "EUR"),
                        amount(100, "USD"),
                        "{\"amount\": {\"amount\": 1.5, \"currency\": \"EUR\"}}")
                .forEach(bad ->
                        assertThat(capture(order, bad).statusCode()).as(bad).isIn(400, 422));
        Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/admin/orders/{id}/capture", UUID.randomUUID())
                .then()
                .statusCode(404);
        refund(order, 100).then().statusCode(409).body("code", equalTo("order_not_refundable"));
        order.read()
                .then()
                .body("data.paymentStatus", equalTo("authorized"))
                .body("data.capture.requested", nullValue());
    }

    private static Buyer.Order authorised(String sku, int quantity) {
        Buyer.Order order = Buyer.with(sku, quantity).order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitState(SOON, "confirmed", "authorized");
        return order;
    }

    private static long total(Buyer.Order order) {
        return order.read().jsonPath().getLong("data.totals.total.amount");
    }

    private static String amount(long minor, String currency) {
        return "{\"amount\": {\"amount\": %d, \"currency\": \"%s\"}}".formatted(minor, currency);
    }

    private static Response capture(Buyer.Order order, String body) {
        return capture(order, UUID.randomUUID().toString(), body);
    }

    private static Response capture(Buyer.Order order, String key, String body) {
        return Http.admin().header("Idempotency-Key", key).body(body).post("/v1/admin/orders/{id}/capture", order.id());
    }

    private static Response refund(Buyer.Order order, long minor) {
        return Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(amount(minor, "EUR"))
                .post("/v1/admin/orders/{id}/refunds", order.id());
    }
}
