package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Stripe;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cardholders who dispute a charge, with their banks' answers, and what Stripe's events about it come to. */
@EndToEnd
class DisputeIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @ParameterizedTest
    @CsvSource({"win,won", "lose,lost"})
    void disputeFlagsTheOrderUntilItIsDecided(String decided, String shown) {
        Buyer.Order order = RefundIT.paid(Admin.product(1), 1, "pm_card_visa");
        String dispute = open(order, "{\"reason\": \"fraudulent\"}");
        awaitFlag(order, "open");
        Http.admin()
                .get("/v1/admin/disputes/{id}", dispute)
                .then()
                .statusCode(200)
                .body("data.orderId", equalTo(order.id()))
                .body("data.status", equalTo("needs_response"))
                .body("data.evidenceDueBy", notNullValue());
        Http.admin()
                .queryParam("orderId", order.id())
                .get("/v1/admin/disputes")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
        RefundIT.refund(order, RefundIT.amount(100)).then().statusCode(409).body("code", equalTo("payment_disputed"));
        Stripe.control("/_test/disputes/" + dispute + "/" + decided, "");
        awaitFlag(order, shown);
        assertThat(Stripe.refunds(order.paymentIntent())).isEmpty();
    }

    @Test
    void inquiryMovesNoMoney() {
        Buyer.Order order = RefundIT.paid(Admin.product(1), 1, "pm_card_visa");
        String dispute = open(order, "{\"reason\": \"fraudulent\", \"inquiry\": true}");
        awaitFlag(order, "open");
        Http.admin()
                .get("/v1/admin/disputes/{id}", dispute)
                .then()
                .body("data.inquiry", equalTo(true))
                .body("data.fundsWithdrawn.amount", equalTo(0));
    }

    @Test
    void eventsAreListedAndOneThatIsDoneIsNotReplayed() {
        Buyer.Order order = RefundIT.paid(Admin.product(1), 1, "pm_card_visa");
        String event = await("an event that was worked on")
                .atMost(SOON)
                .until(
                        () -> Http.admin()
                                .queryParam("status", "applied")
                                .queryParam("type", "payment_intent.succeeded")
                                .get("/v1/admin/stripe-events")
                                .jsonPath()
                                .getString("data.find { it.paymentIntentId == '" + order.paymentIntent() + "' }.id"),
                        java.util.Objects::nonNull);
        Http.admin()
                .post("/v1/admin/stripe-events/{id}/replay", event)
                .then()
                .statusCode(409)
                .body("code", equalTo("event_already_processed"));
        Http.admin()
                .post("/v1/admin/stripe-events/{id}/replay", "evt_unknown")
                .then()
                .statusCode(404)
                .body("code", equalTo("stripe_event_not_found"));
    }

    private static String open(Buyer.Order order, String body) {
        return Http.stripe()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/_test/payment_intents/" + order.paymentIntent() + "/dispute")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static void awaitFlag(Buyer.Order order, String flag) {
        await("dispute " + flag)
                .atMost(SOON)
                .untilAsserted(() -> order.read().then().body("data.disputeStatus", equalTo(flag)));
    }
}
