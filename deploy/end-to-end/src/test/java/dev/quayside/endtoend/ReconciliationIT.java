package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Stripe;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole shop compared with Stripe, and what an operator does about a difference. */
@EndToEnd
class ReconciliationIT {
    private static final Duration RUN = Duration.ofSeconds(60);

    @AfterEach
    void honestNetwork() {
        Http.stripe().delete("/_test/webhooks").then().statusCode(200);
    }

    @Test
    void refundWhoseEventWasLostIsFoundAndRepaired() {
        Buyer.Order order = RefundIT.paid(Admin.product(2), 1, "pm_card_visa");
        assertThat(mismatchesOf(order, run())).isEmpty();
        Stripe.control("/_test/webhooks", "{\"dropNext\": 1000000}");
        awaitAllEventsWorkedOn();
        Stripe.refundElsewhere(order.paymentIntent(), 500);
        JsonPath found = await("the lost refund is found")
                .atMost(RUN)
                .until(
                        () -> mismatches(order, run()),
                        page -> !page.getList("data").isEmpty());
        assertThat(found.getString("data[0].code")).isEqualTo("refund_not_in_ledger");
        String mismatch = found.getString("data[0].id");
        await("it is repaired")
                .atMost(RUN)
                .untilAsserted(() -> Http.admin()
                        .post("/v1/admin/mismatches/{id}/repair", mismatch)
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("mismatch_already_repaired")));
        order.awaitState(RUN, "confirmed", "partially_refunded");
        assertThat(mismatchesOf(order, run())).isEmpty();
    }

    /** A reading for an event that came before would find what happens now. */
    private static void awaitAllEventsWorkedOn() {
        await("no event is waiting")
                .atMost(RUN)
                .untilAsserted(() -> Http.admin()
                        .queryParam("status", "waiting")
                        .get("/v1/admin/stripe-events")
                        .then()
                        .statusCode(200)
                        .body("data", empty()));
    }

    /** Runs once and gives the run's id when it has finished. */
    static String run() {
        String id = Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/admin/reconciliation")
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
        await("the run ends")
                .atMost(RUN)
                .untilAsserted(() -> Http.admin()
                        .get("/v1/admin/reconciliation/{id}", id)
                        .then()
                        .statusCode(200)
                        .body("data.status", equalTo("finished")));
        return id;
    }

    private static List<String> mismatchesOf(Buyer.Order order, String run) {
        return mismatches(order, run).getList("data.code");
    }

    private static JsonPath mismatches(Buyer.Order order, String run) {
        return Http.admin()
                .queryParam("orderId", order.id())
                .get("/v1/admin/reconciliation/{id}/mismatches", run)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
