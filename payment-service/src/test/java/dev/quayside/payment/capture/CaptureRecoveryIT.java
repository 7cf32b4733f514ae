package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.gateway.Attempt;
import dev.quayside.payment.gateway.CaptureOrder;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that captures can be killed at any point: the rows that it leaves are seeded, the step runs, and the end is the same. */
@PaymentServiceTest
class CaptureRecoveryIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    DurableSteps steps;

    @Inject
    PaymentGateway gateway;

    private Rows rows;
    private String intent = "";

    @BeforeEach
    void authorized() throws StripeException {
        rows = new Rows(database);
        Stripe.losesEvents();
        intent = Service.authorized(order, 1999);
    }

    @Test
    void killedBeforeAnythingWasStoredNothingHasHappened() {
        Service.capture(order, 1999).then().statusCode(200);
        ended(1999);
    }

    @Test
    void aCaptureThatWasNeverSentIsSent() {
        DeadCapture.seed(rows, order, intent, DeadCapture.ASKED, 0);
        steps.schedule(Captures.STEP, order);
        ended(DeadCapture.ASKED);
    }

    @Test
    void aCaptureWhoseAnswerWasLostIsFinishedWithTheSameKey() {
        CaptureOrder wanted = DeadCapture.seed(rows, order, intent, DeadCapture.ASKED, 1);
        sent(wanted);
        steps.schedule(Captures.STEP, order);
        ended(DeadCapture.ASKED);
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .allSatisfy(call ->
                        assertThat(call.get("idempotencyKey")).isEqualTo(DeadCapture.key(wanted.operationId())));
    }

    @Test
    void aCaptureWhoseKeyHasExpiredIsFoundAndNotSentAgain() {
        CaptureOrder wanted = DeadCapture.seed(rows, order, intent, DeadCapture.ASKED, 1);
        sent(wanted);
        expire(wanted);
        steps.schedule(Captures.STEP, order);
        ended(DeadCapture.ASKED);
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .hasSize(1);
    }

    @Test
    void aCaptureThatNeverHappenedIsSentWithAnotherKeyOnceItsOwnHasExpired() {
        CaptureOrder wanted = DeadCapture.seed(rows, order, intent, DeadCapture.ASKED, 1);
        expire(wanted);
        steps.schedule(Captures.STEP, order);
        ended(DeadCapture.ASKED);
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .noneSatisfy(call ->
                        assertThat(call.get("idempotencyKey")).isEqualTo(DeadCapture.key(wanted.operationId())));
    }

    @Test
    void aGrantThatEndedMeanwhileEndsTheCaptureToo() {
        DeadCapture.seed(rows, order, intent, DeadCapture.ASKED, 1);
        Stripe.cancelElsewhere(intent);
        steps.schedule(Captures.STEP, order);
        Service.awaitStatus(order, "canceled");
        settled();
        assertThat(rows.value("select capture_asked from payments where order_id = ?", order))
                .isEqualTo("null");
        await().untilAsserted(() ->
                assertThat(Service.book(order)).containsExactly("authorised 1999", "canceled 1999", "released 1999"));
    }

    private void sent(CaptureOrder wanted) {
        assertThat(gateway.capture(wanted, new Attempt(DeadCapture.key(wanted.operationId()), true, Patience.WORKER))
                        .isSuccess())
                .isTrue();
    }

    private void expire(CaptureOrder wanted) {
        rows.run(
                "update payment_operations set first_sent_at = now() - interval '24 hours' where id = ?",
                wanted.operationId());
    }

    private void ended(long amount) {
        Service.awaitStatus(order, "captured");
        settled();
        assertThat(Stripe.intent(intent).getAmountReceived()).isEqualTo(amount);
        assertThat(rows.value("select captured || ' ' || capture_asked from payments where order_id = ?", order))
                .isEqualTo(amount + " " + amount);
        assertThat(Service.ledger(order, "captured")).isEqualTo(1);
        await().until(() -> Service.ledger(order, "fee") == 1);
    }

    private void settled() {
        await().until(() ->
                rows.count("select count(*) from payment_operations where order_id = ? and state = 'UNSETTLED'", order)
                        == 0);
    }
}
