package dev.quayside.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.StripeException;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.testing.Deliveries;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class BackfillIT {
    private static final UUID ALWAYS = new UUID(0, 0);

    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    BackfillEventsStep events;

    @Inject
    BackfillObjectsStep objects;

    private Rows rows;

    @BeforeEach
    void caughtUp() {
        rows = new Rows(database);
        finish(events);
        finish(objects);
    }

    @Test
    void eventsThatWereDroppedAreTakenFromTheListAndHaveTheirEffect() throws Exception {
        String intent = paidUnnoticed();
        Stripe.refundElsewhere(intent, 300);
        String dispute = Stripe.dispute(intent, false);
        Stripe.end(dispute, "lose");
        finish(events);
        Service.awaitDisputeStatus(order, "lost");
        Service.get(order);
        assertThat(Service.admin(order).getLong("data.payment.refunded")).isEqualTo(300);
        for (String event : Stripe.eventsOf(dispute, json)) {
            String id = json.readTree(event).path("id").textValue();
            await().until(() -> rows.value("select result from stripe_events where event_id = ?", id)
                    .equals("APPLIED"));
            assertThat(rows.value("select pi_id from stripe_events where event_id = ?", id))
                    .isEqualTo(intent);
            // A late delivery of the same event is nothing new.
            Deliveries.deliver(event).then().statusCode(200);
            assertThat(rows.value("select attempts from stripe_events where event_id = ?", id))
                    .isEqualTo("1");
        }
    }

    @Test
    void aListingThatWasCutGoesOnWhereItStopped() throws Exception {
        String intent = Service.captured(order, 2000);
        Stripe.losesEvents();
        for (int i = 0; i < 12; i++) {
            Stripe.refundElsewhere(intent, 100);
        }
        // 24 events at least, and a run takes 15.
        assertThat(events.run(ALWAYS).again()).isEqualTo(Walk.GO_ON);
        String stoppedAt = rows.value("select cut_after from stripe_listings where name = 'EVENTS'");
        assertThat(stoppedAt).startsWith("evt_");
        assertThat(lacking(intent)).isNotEmpty();
        finish(events);
        assertThat(lacking(intent)).isEmpty();
        assertThat(Stripe.requests("GET", "/v1/events").stream()
                        .filter(request -> String.valueOf(request.get("params")).contains(stoppedAt)))
                .hasSize(1);
        await().until(() -> Service.admin(order).getLong("data.payment.refunded") == 1200);
    }

    @Test
    void aListingWhoseLastObjectIsGoneBeginsAgain() throws Exception {
        String intent = Service.captured(order, 1000);
        Stripe.losesEvents();
        Stripe.refundElsewhere(intent, 300);
        rows.run("update stripe_listings set cut_after = 'evt_gone', cut_until = now() where name = 'EVENTS'");
        assertThatThrownBy(() -> events.run(ALWAYS)).hasMessageContaining("EVENTS could not be listed");
        finish(events);
        await().until(() -> Service.admin(order).getLong("data.payment.refunded") == 300);
    }

    @Test
    void aStripeThatDoesNotAnswerLosesNothing() throws Exception {
        String intent = Service.captured(order, 1000);
        Stripe.losesEvents();
        String before = rows.value("select seen_until from stripe_listings where name = 'EVENTS'");
        Stripe.refundElsewhere(intent, 300);
        Stripe.fault("outage", "GET", "/v1/events", false, 10);
        assertThatThrownBy(() -> events.run(ALWAYS)).isInstanceOf(IllegalStateException.class);
        assertThat(rows.value("select seen_until from stripe_listings where name = 'EVENTS'"))
                .isEqualTo(before);
        Stripe.honest();
        Stripe.losesEvents();
        finish(events);
        await().until(() -> Service.admin(order).getLong("data.payment.refunded") == 300);
    }

    @Test
    void aRefundWithoutAnyEventIsFoundByTheListOfRefunds() throws StripeException {
        String intent = Service.captured(order, 1000);
        noEventIsEverMade();
        String refund = Stripe.refundElsewhere(intent, 300).getId();
        finish(objects);
        await().until(() -> Service.admin(order).getLong("data.payment.refunded") == 300);
        assertThat(rows.value("select status from refunds where stripe_refund_id = ?", refund))
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void aDisputeWithoutAnyEventIsFoundByTheListOfDisputes() throws StripeException {
        String intent = Service.captured(order, 1000);
        noEventIsEverMade();
        Stripe.dispute(intent, false);
        finish(objects);
        Service.awaitDisputeStatus(order, "open");
    }

    @Test
    void aPaymentWithoutAnyEventIsFoundByTheListOfPaymentIntents() throws StripeException {
        String intent = paidUnnoticed();
        noEventIsEverMade();
        finish(objects);
        Service.awaitStatus(order, "captured");
        assertThat(Stripe.intent(intent).getAmountReceived()).isEqualTo(1000);
    }

    @Test
    void aGrantWithoutAnyEventIsFoundThereToo() throws StripeException {
        Service.openManual(order, 1000);
        paidUnnoticed(Stripe.intentsOf(order).get(0).getId());
        noEventIsEverMade();
        finish(objects);
        Service.awaitStatus(order, "authorized");
    }

    @Test
    void whatIsKnownOrNotOursIsNotReadAgain() throws StripeException {
        String intent = Service.captured(order, 1000);
        Service.refund(order, UUID.randomUUID(), 300).then().statusCode(200);
        Stripe.losesEvents();
        String foreign = Stripe.foreignIntent(700);
        Stripe.pay(foreign, "pm_card_visa");
        Stripe.refundElsewhere(foreign, 100);
        Stripe.dispute(foreign, false);
        await().until(() -> Service.ledger(order, "refunded") == 1);
        finish(objects);
        assertThat(rows.count(
                        "select count(*) from scheduled_tasks where task_name = 'read-payment' and task_instance like ?",
                        order + "%"))
                .isZero();
        assertThat(rows.count(
                        "select count(*) from refunds where stripe_refund_id = ?",
                        Stripe.refundsOf(foreign).get(0).getId()))
                .isZero();
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aCardThatWasDetachedUnheardIsFoundByTheListOfEvents() {
        Wallet wallet = Wallet.ofSomebody();
        String card = wallet.known("pm_card_visa");
        await().until(() -> rows.value("select status from card_setups where customer_id = ?", wallet.customer())
                .equals("SUCCEEDED"));
        Stripe.losesEvents();
        Stripe.detach(card);
        assertThat(wallet.methods()).containsExactly(card);
        finish(events);
        await().until(() -> wallet.methods().isEmpty());
    }

    @Test
    void theStepsRunByThemselves() {
        for (String step : List.of("backfill-events", "backfill-objects")) {
            assertThat(rows.count("select count(*) from scheduled_tasks where task_name = ?", step))
                    .isEqualTo(1);
        }
    }

    /** Runs a step until its lists are at their end. */
    private static void finish(DurableStep step) {
        for (int i = 0; i < 100; i++) {
            if (Duration.ofHours(1).equals(step.run(ALWAYS).again())) {
                return;
            }
        }
        throw new AssertionError("the listing has no end");
    }

    /** Nothing is delivered, and the list of events has nothing either. */
    private static void noEventIsEverMade() {
        Stripe.losesEvents();
        Stripe.fault("outage", "GET", "/v1/events", false, 1000);
    }

    private String paidUnnoticed() throws StripeException {
        String intent = Service.opened(order, 1000);
        paidUnnoticed(intent);
        return intent;
    }

    private void paidUnnoticed(String intent) throws StripeException {
        Stripe.losesEvents();
        rows.run(
                "delete from scheduled_tasks where task_name = 'watch-payment' and task_instance = ?",
                order.toString());
        Stripe.pay(intent, "pm_card_visa");
    }

    /** The refunds' events of a payment that the inbox does not have. */
    private List<String> lacking(String intent) throws IOException {
        return Stripe.eventsOf(intent, json).stream()
                .filter(event -> event.contains("\"refund.created\"") || event.contains("\"charge.refunded\""))
                .map(event -> event.replaceAll("(?s)^.*?\"id\":\"(evt_[A-Za-z0-9_]+)\".*$", "$1"))
                .filter(id -> rows.count("select count(*) from stripe_events where event_id = ?", id) == 0)
                .toList();
    }
}
