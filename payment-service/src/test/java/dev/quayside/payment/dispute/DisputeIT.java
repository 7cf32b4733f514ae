package dev.quayside.payment.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.exception.StripeException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class DisputeIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    DurableSteps steps;

    @Test
    void aDisputeIsLearnedShownAndPublished() throws StripeException {
        String intent = Service.captured(order, 1000);
        String dispute = Stripe.dispute(intent, false);
        Service.awaitDisputeStatus(order, "open");
        Service.asReader()
                .get("/v1/admin/disputes/" + dispute)
                .then()
                .statusCode(200)
                .body("data.id", equalTo(dispute))
                .body("data.orderId", equalTo(order.toString()))
                .body("data.paymentIntentId", equalTo(intent))
                .body("data.amount.amount", equalTo(1000))
                .body("data.amount.currency", equalTo("EUR"))
                .body("data.reason", equalTo("fraudulent"))
                .body("data.status", equalTo("needs_response"))
                .body("data.inquiry", equalTo(false))
                .body("data.evidenceDueBy", equalTo(dueBy(dispute)))
                .body("data.fundsWithdrawn.amount", equalTo(1000))
                .body("data.openedAt", notNullValue())
                .body("data.closedAt", nullValue());
        Service.get(order).then().body("data.disputeStatus", equalTo("open"));
        await().until(() -> told("open"));
    }

    @Test
    void aDisputeThatIsWonBringsTheMoneyBack() throws StripeException {
        String intent = Service.captured(order, 1000);
        String dispute = Stripe.dispute(intent, false);
        Service.awaitDisputeStatus(order, "open");
        Stripe.end(dispute, "win");
        Service.awaitDisputeStatus(order, "won");
        await().until(() -> told("won"));
        await().until(() -> Service.ledger(order, "fee") == 1);
        assertThat(Service.book(order))
                .containsExactly(
                        "authorised 1000",
                        "captured 1000",
                        "dispute_opened 1000",
                        "dispute_won 1000",
                        "fee 59",
                        "funds_reinstated 1000",
                        "funds_withdrawn 1000");
        Service.asReader()
                .get("/v1/admin/disputes/" + dispute)
                .then()
                .body("data.status", equalTo("won"))
                .body("data.fundsWithdrawn.amount", equalTo(0))
                .body("data.closedAt", notNullValue());
        Service.refund(order, UUID.randomUUID(), 1000).then().statusCode(200);
    }

    @Test
    void aLostDisputeKeepsTheMoneyAndAllowsNoRefund() throws StripeException {
        String intent = Service.captured(order, 1000);
        UUID before = UUID.randomUUID();
        Service.refund(order, before, 300).then().statusCode(200);
        String dispute = Stripe.dispute(intent, false);
        Service.awaitDisputeStatus(order, "open");
        refused();
        Stripe.end(dispute, "lose");
        Service.awaitDisputeStatus(order, "lost");
        refused();
        assertThat(Service.book(order))
                .contains("dispute_opened 700", "dispute_lost 700", "funds_withdrawn 700")
                .doesNotContain("funds_reinstated 700");
        // A refund that was made before is still itself.
        Service.refund(order, before, 300).then().statusCode(200).body("data.status", equalTo("succeeded"));
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
    }

    @Test
    void anInquiryFlagsTheOrderAndMovesNoMoney() throws StripeException {
        String intent = Service.captured(order, 1000);
        String dispute = Stripe.dispute(intent, true);
        Service.awaitDisputeStatus(order, "open");
        Service.asReader()
                .get("/v1/admin/disputes/" + dispute)
                .then()
                .body("data.status", equalTo("warning_needs_response"))
                .body("data.inquiry", equalTo(true))
                .body("data.fundsWithdrawn.amount", equalTo(0));
        Service.refund(order, UUID.randomUUID(), 400).then().statusCode(200);
        Stripe.answer(dispute, "It was delivered.");
        Service.awaitDisputeStatus(order, "won");
        Service.asReader().get("/v1/admin/disputes/" + dispute).then().body("data.status", equalTo("warning_closed"));
        assertThat(Service.ledger(order, "funds_withdrawn")).isZero();
    }

    @Test
    void aRefundThatStripeRefusesBecauseOfADisputeSaysSoAndTheDisputeIsLearned() throws StripeException {
        // From the beginning: working on an event of the payment would show the dispute too.
        Stripe.losesEvents();
        String intent = Service.captured(order, 1000);
        UUID refund = UUID.randomUUID();
        Stripe.dispute(intent, false);
        Service.refund(order, refund, 400)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("failed"))
                .body("data.failureReason", equalTo("charge_disputed"));
        Service.awaitDisputeStatus(order, "open");
        refused();
        Service.refund(order, refund, 400)
                .then()
                .statusCode(200)
                .body("data.failureReason", equalTo("charge_disputed"));
    }

    @Test
    void theEndOfADisputeIsFoundWithoutAnyEvent() throws StripeException {
        String intent = Service.captured(order, 1000);
        String dispute = Stripe.dispute(intent, false);
        Service.awaitDisputeStatus(order, "open");
        Stripe.losesEvents();
        Stripe.end(dispute, "lose");
        Rows rows = new Rows(database);
        UUID row = UUID.fromString(rows.value("select id from disputes where stripe_dispute_id = ?", dispute));
        assertThat(rows.count(
                        "select count(*) from scheduled_tasks where task_name = 'watch-dispute' and task_instance = ?",
                        row.toString()))
                .isEqualTo(1);
        steps.schedule("watch-dispute", row, "test", Instant.now());
        Service.awaitDisputeStatus(order, "lost");
    }

    @Test
    void disputesAreListedByStateAndOrder() throws StripeException {
        String dispute = Stripe.dispute(Service.captured(order, 1000), false);
        UUID other = UUID.randomUUID();
        String inquiry = Stripe.dispute(Service.captured(other, 500), true);
        Service.awaitDisputeStatus(order, "open");
        Service.awaitDisputeStatus(other, "open");
        list("orderId=" + order, List.of(dispute));
        list("orderId=" + other + "&status=warning_needs_response,lost", List.of(inquiry));
        list("orderId=" + other + "&status=lost", List.of());
        list("orderId=" + order + "&page=1&sort=createdAt", List.of(dispute));
        assertThat(everyPage("limit=1")).doesNotHaveDuplicates().contains(dispute, inquiry);
        assertThat(everyPage("limit=1&sort=createdAt"))
                .containsExactlyElementsOf(reversed(everyPage("limit=100&sort=-createdAt")));
    }

    @Test
    void whatCannotBeListedIsRefused() {
        for (String bad : List.of(
                "status=disputed",
                "status=",
                "status=won,",
                "orderId=x",
                "sort=amount",
                "limit=0",
                "limit=101",
                "page=0",
                "cursor=x",
                "reason=fraudulent",
                "orderId=" + order + "&orderId=" + order)) {
            Service.asReader()
                    .get("/v1/admin/disputes?" + bad)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_parameter"));
        }
        for (String unknown : List.of("dp_unknown", "%00", "dp%20x", "ü", "x".repeat(300))) {
            Service.asReader()
                    .urlEncodingEnabled(false)
                    .get("/v1/admin/disputes/" + unknown.replace("ü", "%C3%BC"))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("dispute_not_found"));
        }
    }

    private void refused() {
        Service.refund(order, UUID.randomUUID(), 100).then().statusCode(409).body("code", equalTo("payment_disputed"));
    }

    private boolean told(String disputeStatus) {
        return Subscriber.told(order).stream()
                .anyMatch(state -> disputeStatus.equals(state.getString("disputeStatus")));
    }

    private static String dueBy(String dispute) {
        return Instant.ofEpochSecond(
                        Stripe.dispute(dispute).getEvidenceDetails().getDueBy())
                .toString();
    }

    private static void list(String query, List<String> wanted) {
        Service.asReader()
                .get("/v1/admin/disputes?" + query)
                .then()
                .statusCode(200)
                .body("data.id", wanted.isEmpty() ? equalTo(List.of()) : contains(wanted.toArray()));
    }

    private static List<String> everyPage(String query) {
        List<String> ids = new ArrayList<>();
        String next = "/v1/admin/disputes?" + query;
        while (next != null) {
            var page = Service.asReader().urlEncodingEnabled(false).get(next);
            ids.addAll(page.jsonPath().getList("data.id", String.class));
            next = page.path("page.next");
        }
        return ids;
    }

    private static List<String> reversed(List<String> ids) {
        List<String> turned = new ArrayList<>(ids);
        Collections.reverse(turned);
        return turned;
    }
}
