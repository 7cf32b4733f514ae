package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.AuditLog;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Stripe;
import dev.quayside.kit.testing.Together;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Money that goes back: by items, by amount, from Stripe's Dashboard, late and not at all. Order, ledger, Stripe and stock agree. */
@EndToEnd
class RefundIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @AgainstStripe
    void unitByUnitTheWholeChargeComesBackAndSoDoTheGoods() {
        String sku = Admin.product(5);
        Buyer.Order order = paid(sku, 3, "pm_card_visa");
        long first = refunded(refund(order, unit(sku, 1, "\"restock\": true")));
        long second = refunded(refund(order, unit(sku, 1, "\"restock\": true")));
        order.awaitState(SOON, "confirmed", "partially_refunded");
        long last = refunded(refund(order, unit(sku, 1, "\"includeShipping\": true")));
        order.awaitState(SOON, "confirmed", "refunded");
        assertThat(first + second + last).isEqualTo(total(order));
        assertThat(Stripe.refunds(order.paymentIntent())).hasSize(3);
        // The third unit was not sent back.
        Admin.awaitStock(sku, 4, 0);
        refund(order, unit(sku, 1, "\"restock\": true")).then().statusCode(422);
        Http.admin()
                .get("/v1/admin/orders/{id}/refunds", order.id())
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(3));
    }

    @Test
    void refundsAtOnceNeverExceedWhatWasPaid() {
        Buyer.Order order = paid(Admin.product(5), 1, "pm_card_visa");
        long share = total(order) * 2 / 5;
        List<Response> answers = Together.run(10, n -> refund(order, amount(share)));
        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .isEqualTo(java.util.Map.of(201, 2L, 409, 8L));
        refund(order, amount(total(order) - 2 * share)).then().statusCode(201);
        refund(order, amount(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("refund_exceeds_paid"))
                .body("left.amount", equalTo(0));
        order.awaitState(SOON, "confirmed", "refunded");
    }

    @AgainstStripe
    void oneKeyIsOneRefund() {
        Buyer.Order order = paid(Admin.product(5), 1, "pm_card_visa");
        String key = UUID.randomUUID().toString();
        List<Response> answers = Together.run(10, n -> refund(order, key, amount(100)));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.path("data.id")).distinct())
                .hasSize(1);
        await().atMost(SOON).until(() -> Stripe.refunds(order.paymentIntent()).size() == 1);
        refund(order, key, amount(101)).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    void refundOfTheDashboardIsLearned() {
        Buyer.Order order = paid(Admin.product(5), 1, "pm_card_visa");
        Stripe.refundElsewhere(order.paymentIntent(), 500);
        order.awaitState(SOON, "confirmed", "partially_refunded");
        refund(order, amount(total(order) - 499)).then().statusCode(409);
        refund(order, amount(total(order) - 500)).then().statusCode(201);
        order.awaitState(SOON, "confirmed", "refunded");
    }

    @Test
    void refundThatTheBankSendsBackNeedsAPerson() {
        Buyer.Order order = paid(Admin.product(5), 1, "pm_card_visa");
        refund(order, amount(700)).then().statusCode(201);
        order.awaitState(SOON, "confirmed", "partially_refunded");
        Object made = Stripe.refunds(order.paymentIntent()).get(0).get("id");
        Stripe.control("/_test/refunds/" + made, "{\"status\": \"failed\"}");
        order.awaitState(SOON, "confirmed", "needs_attention");
    }

    @AgainstStripe
    void cancelOfAPartlyRefundedOrderGivesBackTheRest() {
        String sku = Admin.product(5);
        Buyer.Order order = paid(sku, 2, "pm_card_visa");
        refunded(refund(order, unit(sku, 1, "\"restock\": true")));
        Admin.awaitStock(sku, 4, 0);
        assertThat(order.cancel().statusCode()).isIn(200, 202);
        order.awaitState(SOON, "cancelled", "refunded");
        Admin.awaitStock(sku, 5, 0);
    }

    @AgainstStripe
    void badRefundsChangeNothing() {
        String sku = Admin.product(5);
        Buyer.Order order = paid(sku, 1, "pm_card_visa");
        for (String body : List.of(
                "{}",
                amount(0),
                amount(-5),
                "{\"amount\": {\"amount\": 5, \"currency\": \"USD\"}}",
                "{\"items\": []}",
                unit("NO-SUCH-SKU", 1, "\"restock\": false"),
                unit(sku, 2, "\"restock\": false"),
                unit(sku, 1, "\"amount\": {\"amount\": 5, \"currency\": \"EUR\"}"),
                unit(sku, 1, "\"reason\": \"because\""))) {
            assertThat(refund(order, body).statusCode()).as(body).isIn(400, 422);
        }
        Http.admin()
                .body(amount(5))
                .post("/v1/admin/orders/{id}/refunds", order.id())
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_required"));
        Buyer.Order unpaid = Buyer.with(sku, 1).order();
        refund(unpaid, amount(5)).then().statusCode(409).body("code", equalTo("order_not_refundable"));
        unpaid.cancel();
        assertThat(Stripe.refunds(order.paymentIntent())).isEmpty();
        order.awaitState(SOON, "confirmed", "paid");
    }

    @Test
    void auditLogShowsWhoChangedAProductAndRefundedAnOrder() {
        String sku = Admin.product(5);
        String product = Admin.productId(sku);
        String request = "request-" + UUID.randomUUID();
        Http.admin()
                .header("If-Match", "*")
                .header("X-Request-Id", request)
                .body("{\"title\": \"A better lantern\"}")
                .patch("/v1/admin/products/{id}", product)
                .then()
                .statusCode(200);
        JsonPath change = AuditLog.awaitOne("product.updated", product);
        assertThat(change.getString("before.title")).isEqualTo("A lantern");
        assertThat(change.getString("after.title")).isEqualTo("A better lantern");
        assertThat(change.getMap("after")).doesNotContainKey("slug");
        assertThat(change.getMap("actor")).containsEntry("kind", "api_key").containsEntry("name", "administrator");
        assertThat(change.getString("service")).isEqualTo("catalog-service");
        assertThat(change.getString("requestId")).isEqualTo(request);
        assertThat(change.getString("address")).isEqualTo("127.0.0.1");

        Buyer.Order order = paid(sku, 1, "pm_card_visa");
        String refund = refund(order, amount(500)).path("data.id");
        JsonPath refunded = AuditLog.awaitOne("order.refunded", order.id());
        assertThat(refunded.getString("before")).isNull();
        assertThat(refunded.getString("after.id")).isEqualTo(refund);
        assertThat(refunded.getInt("after.amount.amount")).isEqualTo(500);
        assertThat(AuditLog.awaitOne("product.created", product).getString("after.slug"))
                .isEqualToIgnoringCase(sku);
    }

    static Buyer.Order paid(String sku, int quantity, String card) {
        Buyer.Order order = Buyer.with(sku, quantity).order();
        order.pay(card).then().statusCode(200);
        order.awaitPaid();
        return order;
    }

    static Response refund(Buyer.Order order, String body) {
        return refund(order, UUID.randomUUID().toString(), body);
    }

    static String amount(long minorUnits) {
        return "{\"amount\": {\"amount\": " + minorUnits + ", \"currency\": \"EUR\"}}";
    }

    private static Response refund(Buyer.Order order, String key, String body) {
        return Http.admin().header("Idempotency-Key", key).body(body).post("/v1/admin/orders/{id}/refunds", order.id());
    }

    private static String unit(String sku, int quantity, String more) {
        return "{\"items\": [{\"sku\": \"" + sku + "\", \"quantity\": " + quantity + "}], " + more + "}";
    }

    private static long refunded(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getLong("data.amount.amount");
    }

    private static long total(Buyer.Order order) {
        return order.read().jsonPath().getLong("data.totals.total.amount");
    }
}
