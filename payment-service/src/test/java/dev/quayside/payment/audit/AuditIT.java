package dev.quayside.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.exception.StripeException;
import dev.quayside.payment.testing.Invariants;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class AuditIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void aPaidAndRefundedOrderBreaksNothing() throws StripeException {
        String intent = Service.captured(order, 1000);
        Service.refund(order, UUID.randomUUID(), 300).then().statusCode(200);
        Stripe.refundElsewhere(intent, 200);
        await().until(() -> Service.get(order).<Integer>path("data.refunded") == 500);
        await().until(() -> broken().isEmpty());
        assertThat(Invariants.now().ids()).containsExactly("I3", "I4", "I6", "I7", "I8");
    }

    @Test
    void eachInvariantIsFoundBroken() throws StripeException {
        Service.captured(order, 1000);
        await().until(() -> broken().isEmpty());
        Rows rows = new Rows(database);
        rows.run(
                "insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)"
                        + " values (?, 'CAPTURED', 'pi_invented', 1000, 'EUR', now())",
                order);
        assertThat(broken()).contains("I4", "I6");
        rows.run("update payments set amount = 900 where order_id = ?", order);
        assertThat(broken()).contains("I3");
        // An operation of its own: the payment's has a step that would settle it again.
        rows.run(
                "insert into payment_operations (id, order_id, subject, kind, idempotency_key, params, state, created_at)"
                        + " values (?, ?, ?, 'CANCEL', ?, '{}', 'UNSETTLED', now())",
                UUID.randomUUID(),
                order,
                UUID.randomUUID(),
                "invented:" + order);
        assertThat(broken()).contains("I8");
        rows.run("delete from payment_operations where idempotency_key = ?", "invented:" + order);
        rows.run("update payment_operations set created_at = now() + interval '1 hour' where order_id = ?", order);
        assertThat(Invariants.now().brokenBy(Stripe.intentsOf(order).get(0).getId()))
                .contains("I7");
        rows.run("update payment_operations set created_at = now() where order_id = ?", order);
    }

    @Test
    void aGrantAndWhatWasCapturedOfItAreComparedWithStripe() throws StripeException {
        String intent = Service.authorized(order, 1000);
        await().until(() -> broken().isEmpty());
        Service.capture(order, 600).then().statusCode(200);
        await().until(() -> broken().isEmpty());
        Rows rows = new Rows(database);
        rows.run("update payments set capture_asked = 500 where order_id = ?", order);
        assertThat(broken()).containsExactly("I3");
        rows.run("update payments set capture_asked = 600 where order_id = ?", order);
        rows.run(
                "update payment_operations set attempts = 0, first_sent_at = null where order_id = ? and kind = 'CAPTURE'",
                order);
        assertThat(Invariants.now().brokenBy(intent)).containsExactly("I7");
        UUID unknown = UUID.randomUUID();
        Stripe.losesEvents();
        String granted = Service.openManual(unknown, 1000).path("data.paymentIntentId");
        rows.run("delete from scheduled_tasks where task_instance = ?", unknown.toString());
        Stripe.pay(granted, "pm_card_visa");
        assertThat(Invariants.now().brokenBy(unknown.toString())).containsExactly("I4");
    }

    @Test
    void disputesAreComparedWithStripeInBothDirections() throws StripeException {
        String intent = Service.captured(order, 1000);
        String dispute = Stripe.dispute(intent, false);
        Service.awaitDisputeStatus(order, "open");
        await().until(() -> broken().isEmpty());
        Rows rows = new Rows(database);
        String invent = "insert into payment_transactions (order_id, kind, object_id, amount, currency, recorded_at)"
                + " values (?, ?, ?, 1000, 'EUR', now())";
        rows.run(invent, order, "DISPUTE_WON", dispute);
        assertThat(broken()).containsExactly("I4");
        Stripe.end(dispute, "win");
        Service.awaitDisputeStatus(order, "won");
        assertThat(broken()).isEmpty();
        rows.run(invent, order, "DISPUTE_OPENED", "dp_invented");
        assertThat(broken()).containsExactly("I4");
    }

    @Test
    void aDisputeThatNobodyToldOfIsFound() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.captured(order, 1000);
        await().until(() -> broken().isEmpty());
        Stripe.dispute(intent, false);
        assertThat(broken()).containsExactly("I4");
    }

    @Test
    void aPaymentThatStripeDoesNotHaveIsFound() throws StripeException {
        Service.captured(order, 1000);
        Rows rows = new Rows(database);
        rows.run(
                "update payments set pi_id = 'pi_gone', created_at = now() - interval '1 hour' where order_id = ?",
                order);
        assertThat(broken()).contains("I4");
    }

    @Test
    void aStripeThatDoesNotAnswerIsNoProof() {
        Stripe.fault("outage", "*", "*", false, 1000);
        Service.asOrders()
                .get("/internal/v1/audit/invariants")
                .then()
                .statusCode(503)
                .body("code", equalTo("stripe_unavailable"));
    }

    @Test
    void theLedgerCannotBeChanged() throws StripeException {
        Service.captured(order, 1000);
        Rows rows = new Rows(database);
        assertThatThrownBy(() -> rows.run("update payment_transactions set amount = 1 where order_id = ?", order))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> rows.run("delete from payment_transactions where order_id = ?", order))
                .hasMessageContaining("append-only");
    }

    @Test
    void allPaymentsAreListedOnceInTheOrderOfTheirIds() {
        Set<String> made = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            UUID one = UUID.randomUUID();
            Service.opened(one, 1000);
            made.add(one.toString());
        }
        List<String> seen = new ArrayList<>();
        String next = "00000000-0000-0000-0000-000000000000";
        while (next != null) {
            var page = Service.asOrders().get("/internal/v1/audit/payments?limit=2&after=" + next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("data.orderId", String.class));
            next = page.path("page.next");
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(made);
        for (String bad : List.of("limit=0", "limit=501", "limit=x", "after=x")) {
            Service.asOrders()
                    .get("/internal/v1/audit/payments?" + bad)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_parameter"));
        }
    }

    /** The invariants that this order breaks. */
    private Set<String> broken() {
        return Invariants.brokenBy(order);
    }
}
