package dev.quayside.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CaptureMethod;
import dev.quayside.payment.gateway.OpenIntent;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.RefundOrder;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process can be killed at any point: the rows that it leaves are seeded, the step runs, and the end is the same. */
@PaymentServiceTest
class RecoveryIT {
    private final UUID order = UUID.randomUUID();
    private final UUID operation = UUID.randomUUID();
    private final UUID refund = UUID.randomUUID();
    private final OpenIntent opening =
            new OpenIntent(order, operation, 1000, "EUR", null, null, CaptureMethod.AUTOMATIC);

    @Inject
    DataSource database;

    @Inject
    DurableSteps steps;

    @Inject
    PaymentGateway gateway;

    private Rows rows;

    @BeforeEach
    void nobodyTells() {
        rows = new Rows(database);
        Stripe.losesEvents();
    }

    @Test
    void anOpeningThatWasNeverSentIsSent() {
        seedOpening(0, "0 hours");
        steps.schedule("open-payment", order);
        Service.awaitStatus(order, "open");
        assertThat(Stripe.intentsOf(order)).hasSize(1);
        settled();
    }

    @Test
    void anOpeningWhoseAnswerWasLostIsFound() {
        seedOpening(1, "0 hours");
        gateway.open(opening, attempt("open"));
        steps.schedule("open-payment", order);
        Service.awaitStatus(order, "open");
        assertThat(Stripe.intentsOf(order)).hasSize(1);
        settled();
    }

    @Test
    void anOpeningWhoseKeyHasExpiredIsFoundByItsMetadataAndNotSentAgain() {
        seedOpening(1, "24 hours");
        gateway.open(opening, attempt("open"));
        steps.schedule("open-payment", order);
        Service.awaitStatus(order, "open");
        assertThat(rows.value("select attempts from payment_operations where id = ?", operation))
                .isEqualTo("1");
        assertThat(Stripe.intentsOf(order)).hasSize(1);
        settled();
    }

    @Test
    void anOpeningThatNeverHappenedEndsThePaymentOnceItsKeyHasExpired() {
        seedOpening(1, "24 hours");
        steps.schedule("open-payment", order);
        Service.awaitStatus(order, "canceled");
        assertThat(Stripe.intentsOf(order)).isEmpty();
        assertThat(Service.admin(order).getString("data.payment.lastError.code"))
                .isEqualTo("never_opened");
        settled();
    }

    @Test
    void anOrphanOfASupersededOpeningIsCancelled() {
        Service.opened(order, 1000);
        rows.run(
                "insert into payment_operations (id, order_id, subject, kind, idempotency_key, params, state, attempts,"
                        + " created_at, first_sent_at, last_sent_at, settled_at)"
                        + " values (?, ?, ?, 'OPEN', ?, '{}', 'SUPERSEDED', 1, now(), now(), now(), now())",
                operation,
                order,
                order,
                key("open"));
        String orphan = gateway.open(opening, attempt("open")).value().id();
        steps.schedule("find-orphans", order);
        await().until(() -> Stripe.intent(orphan).getStatus().equals("canceled"));
        assertThat(Service.admin(order).getString("data.payment.status")).isEqualTo("open");
        assertThat(Stripe.intentsOf(order).stream()
                        .filter(one -> !one.getStatus().equals("canceled")))
                .hasSize(1);
        settled();
    }

    @Test
    void aCancelThatWasNeverSentIsSent() {
        String intent = Service.opened(order, 1000);
        seedCancel(intent, 0);
        steps.schedule("cancel-payment", order);
        Service.awaitStatus(order, "canceled");
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("canceled");
        settled();
    }

    @Test
    void aCancelWhoseAnswerWasLostIsFinished() {
        String intent = Service.opened(order, 1000);
        seedCancel(intent, 1);
        gateway.cancel(intent, attempt("cancel"));
        steps.schedule("cancel-payment", order);
        Service.awaitStatus(order, "canceled");
        settled();
    }

    @Test
    void aCancelThatCameTooLateLeavesThePaymentCaptured() throws StripeException {
        String intent = Service.opened(order, 1000);
        seedCancel(intent, 0);
        Stripe.pay(intent, "pm_card_visa");
        steps.schedule("cancel-payment", order);
        Service.awaitStatus(order, "captured");
        settled();
    }

    @Test
    void aRefundThatWasReservedIsSent() throws StripeException {
        String intent = Service.captured(order, 1000);
        seedRefund(intent, 0);
        steps.schedule("follow-refund", refund);
        Service.awaitRefundStatus(order, "succeeded");
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
        settled();
    }

    @Test
    void aRefundWhoseAnswerWasLostIsFoundAndNotMadeAgain() throws StripeException {
        String intent = Service.captured(order, 1000);
        RefundOrder wanted = seedRefund(intent, 1);
        gateway.refund(wanted, attempt("refund"));
        rows.run("update payment_operations set first_sent_at = now() - interval '24 hours' where id = ?", operation);
        steps.schedule("follow-refund", refund);
        Service.awaitRefundStatus(order, "succeeded");
        assertThat(Stripe.refundsOf(intent)).hasSize(1);
        assertThat(rows.value("select stripe_refund_id from refunds where id = ?", refund))
                .isEqualTo(Stripe.refundsOf(intent).get(0).getId());
        settled();
    }

    @Test
    void aChangeThatWasNotPublishedIsPublished() {
        Service.opened(order, 1000);
        await().until(() -> Subscriber.statuses(order).contains("open"));
        rows.run("update payments set version = version + 1 where order_id = ?", order);
        steps.schedule("publish-payment", order);
        await().until(() -> Subscriber.told(order).stream().anyMatch(state -> state.getLong("version") == 3));
    }

    @Test
    void anEventThatWasStoredIsWorkedOn() throws StripeException {
        String intent = Service.opened(order, 1000);
        rows.run("delete from scheduled_tasks where task_instance = ?", order.toString());
        Stripe.pay(intent, "pm_card_visa");
        UUID event = UUID.randomUUID();
        rows.run(
                "insert into stripe_events (event_id, id, type, object_id, pi_id, received_at)"
                        + " values (?, ?, 'payment_intent.succeeded', ?, ?, now())",
                "evt_" + event,
                event,
                intent,
                intent);
        steps.schedule("apply-stripe-event", event);
        Service.awaitStatus(order, "captured");
        await().until(() -> rows.value("select result from stripe_events where id = ?", event)
                .equals("APPLIED"));
    }

    @Test
    void aReaderThatDiedDoesNotHoldThePaymentForEver() throws StripeException {
        String intent = Service.opened(order, 1000);
        rows.run(
                "update payments set lease_owner = ?, lease_until = now() + interval '2 seconds' where order_id = ?",
                UUID.randomUUID(),
                order);
        Stripe.pay(intent, "pm_card_visa");
        Service.awaitStatus(order, "captured");
    }

    private void seedOpening(int attempts, String ago) {
        rows.run(
                "insert into payments (order_id, status, currency, amount, version, published_version, created_at,"
                        + " changed_at) values (?, 'PENDING', 'EUR', 1000, 1, 1, now(), now())",
                order);
        String params = "{\"orderId\":\"" + order + "\",\"operationId\":\"" + operation
                + "\",\"amount\":1000,\"currency\":\"EUR\",\"description\":null}";
        seedOperation(order, "OPEN", params, attempts);
        rows.run(
                "update payment_operations set first_sent_at = first_sent_at - cast(? as interval) where id = ?",
                ago,
                operation);
    }

    private void seedCancel(String intent, int attempts) {
        rows.run("update payments set cancel_requested_at = now() where order_id = ?", order);
        seedOperation(order, "CANCEL", "{\"intentId\":\"" + intent + "\"}", attempts);
    }

    private RefundOrder seedRefund(String intent, int attempts) {
        rows.run(
                "insert into refunds (id, order_id, amount, status, origin, created_at)"
                        + " values (?, ?, 400, 'PENDING', 'REQUESTED', now())",
                refund,
                order);
        String params = "{\"orderId\":\"" + order + "\",\"refundId\":\"" + refund + "\",\"operationId\":\"" + operation
                + "\",\"intentId\":\"" + intent + "\",\"amount\":400}";
        seedOperation(refund, "REFUND", params, attempts);
        return new RefundOrder(order, refund, operation, intent, 400);
    }

    private void seedOperation(UUID subject, String kind, String params, int attempts) {
        rows.run(
                "insert into payment_operations (id, order_id, subject, kind, idempotency_key, params, state, attempts,"
                        + " created_at, first_sent_at, last_sent_at) values (?, ?, ?, ?, ?, ?, 'UNSETTLED', ?, now(),"
                        + (attempts == 0 ? "null, null)" : "now(), now())"),
                operation,
                order,
                subject,
                kind,
                key(kind.toLowerCase(Locale.ROOT)),
                params,
                attempts);
    }

    private Attempt attempt(String kind) {
        return new Attempt(key(kind), true, Patience.WORKER);
    }

    private String key(String kind) {
        return "development:" + kind + ":" + operation;
    }

    private void settled() {
        await().until(() ->
                rows.count("select count(*) from payment_operations where order_id = ? and state = 'UNSETTLED'", order)
                        == 0);
    }
}
