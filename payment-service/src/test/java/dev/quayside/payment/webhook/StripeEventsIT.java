package dev.quayside.payment.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.exception.StripeException;
import dev.quayside.kit.testing.Matrix;
import dev.quayside.kit.testing.Tokens;
import dev.quayside.payment.testing.Deliveries;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an event, whatever its type, and what staff see of it and can do about it. */
@PaymentServiceTest
class StripeEventsIT {
    private final UUID order = UUID.randomUUID();
    private final String event = "evt_" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @ParameterizedTest
    @Matrix(
            always = {"payment_intent.succeeded", "payment_intent.a_type_of_2030"},
            soak = {
                "payment_intent.payment_failed",
                "payment_intent.canceled",
                "payment_intent.processing",
                "payment_intent.requires_action",
                "payment_intent.amount_capturable_updated"
            })
    void anEventAboutThePaymentItselfLeadsToAReading(String type) {
        String intent = unpaid();
        deliver(type, "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\"}");
        awaitStatus("applied");
        assertThat(shown().getString("data.paymentIntentId")).isEqualTo(intent);
        assertThat(shown().getString("data.objectId")).isEqualTo(intent);
    }

    @ParameterizedTest
    @Matrix(
            always = "charge.succeeded",
            soak = {"charge.refunded", "charge.updated", "charge.expired"})
    void anEventAboutAChargeThatNamesNoPaymentFindsIt(String type) throws StripeException {
        String intent = paidUnnoticed();
        deliver(type, object("charge", Stripe.chargeOf(intent).getId()));
        awaitStatus("applied");
        Service.awaitStatus(order, "captured");
        assertThat(shown().getString("data.paymentIntentId")).isEqualTo(intent);
    }

    @ParameterizedTest
    @Matrix(
            always = "refund.created",
            soak = {"refund.updated", "refund.failed", "charge.refund.updated"})
    void anEventAboutARefundThatNamesNoPaymentFindsIt(String type) throws StripeException {
        String intent = Service.captured(order, 1000);
        Stripe.losesEvents();
        deliver(type, object("refund", Stripe.refundElsewhere(intent, 300).getId()));
        awaitStatus("applied");
        assertThat(Service.get(order).<Integer>path("data.refunded")).isEqualTo(300);
    }

    @ParameterizedTest
    @Matrix(
            always = {"charge.dispute.created,open,", "charge.dispute.closed,lost,lose"},
            soak = {
                "charge.dispute.updated,open,",
                "charge.dispute.funds_withdrawn,open,",
                "charge.dispute.funds_reinstated,won,win"
            })
    void anEventAboutADisputeThatNamesNoPaymentFindsIt(String type, String ends, String outcome)
            throws StripeException {
        String intent = Service.captured(order, 1000);
        Stripe.losesEvents();
        String dispute = Stripe.dispute(intent, false);
        if (!outcome.isEmpty()) {
            Stripe.end(dispute, outcome);
        }
        deliver(type, object("dispute", dispute));
        awaitStatus("applied");
        assertThat(Service.admin(order).getString("data.payment.disputeStatus")).isEqualTo(ends);
    }

    @Test
    void aRefundThatIsKnownHereIsFoundByItsRow() throws StripeException {
        String intent = Service.captured(order, 1000);
        Service.refund(order, UUID.randomUUID(), 300).then().statusCode(200);
        String refund = Stripe.refundsOf(intent).get(0).getId();
        Stripe.fault("outage", "GET", "/v1/refunds/" + refund, false, 100);
        deliver("refund.updated", object("refund", refund));
        awaitStatus("applied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.created", "a.type.of.2030"})
    void anEventThatIsNotAboutMoneyIsStoredAndIgnored(String type) {
        deliver(type, "{\"id\":\"obj_1\",\"object\":\"thing\"}");
        awaitStatus("ignored");
        assertThat(shown().getString("data.apiVersion")).isEqualTo("2030-01-01.zebra");
        assertThat(shown().getInt("data.attempts")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup_intent.succeeded", "setup_intent.setup_failed", "payment_method.detached"})
    void anEventAboutACardThatIsNotOursIsStoredAndSaysSo(String type) {
        deliver(type, "{\"id\":\"obj_1\",\"object\":\"thing\"}");
        awaitStatus("foreign_object");
    }

    @Test
    void whatIsNotOursIsStoredAndSaysSo() throws StripeException {
        String foreign = Stripe.foreignIntent(700);
        Stripe.pay(foreign, "pm_card_visa");
        deliver("charge.updated", object("charge", Stripe.chargeOf(foreign).getId()));
        awaitStatus("foreign_object");
        String other = event + "2";
        deliver(other, "charge.dispute.closed", object("dispute", "dp_unknown"));
        await().until(() -> "foreign_object".equals(shown(other).getString("data.status")));
        assertThat(metrics()).contains("class=\"charge\",result=\"foreign_object\"");
        assertThat(metrics()).contains("class=\"dispute\",result=\"foreign_object\"");
    }

    @Test
    void anEventThatCannotBeWorkedOnIsShownAsFailedAndReplayed() throws StripeException {
        String intent = Service.opened(order, 1000);
        Stripe.losesEvents();
        Stripe.fault("outage", "GET", "/v1/payment_intents/" + intent, false, 1000);
        Stripe.pay(intent, "pm_card_visa");
        deliver(
                "payment_intent.succeeded",
                "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\",\"client_secret\":\"" + intent
                        + "_secret_x\"}");
        awaitStatus("failed");
        Response failed = read(event);
        failed.then()
                .body("data.attempts", not(equalTo(0)))
                .body("data.lastFailure", containsString(intent + " could not be read"))
                .body("data.processedAt", nullValue());
        assertThat(failed.asString()).doesNotContain("_secret_");
        list("status=failed").then().body("data.id", hasItem(event));
        list("status=waiting,applied").then().body("data.id", not(hasItem(event)));
        assertThat(lag()).isPositive();
        // Nothing but the replay may do it.
        Rows rows = new Rows(database);
        rows.run(
                "update scheduled_tasks set execution_time = now() + interval '1 hour' where task_name in"
                        + " ('apply-stripe-event', 'watch-payment') and task_instance in (?, ?)",
                rows.value("select id from stripe_events where event_id = ?", event),
                order.toString());
        replay(event).then().statusCode(202).body("data.id", equalTo(event));
        await().until(() -> shown().getInt("data.attempts") > failed.jsonPath().getInt("data.attempts"));
        assertThat(shown().getString("data.status")).isEqualTo("failed");
        Stripe.honest();
        replay(event).then().statusCode(202);
        awaitStatus("applied");
        read(event).then().body("data.processedAt", notNullValue());
        Service.awaitStatus(order, "captured");
        replay(event).then().statusCode(409).body("code", equalTo("event_already_processed"));
    }

    @Test
    void whatWasNeverReceivedCannotBeReplayed() {
        for (String unknown : List.of("evt_unknown", "%00", "evt%20x", "x".repeat(300))) {
            replay(unknown).then().statusCode(404).body("code", equalTo("stripe_event_not_found"));
            read(unknown).then().statusCode(404).body("code", equalTo("stripe_event_not_found"));
        }
    }

    @Test
    void eventsAreListedByStateAndType() {
        deliver("coupon.created", object("coupon", "co_1"));
        awaitStatus("ignored");
        list("status=ignored&type=coupon.created,coupon.deleted&limit=100")
                .then()
                .statusCode(200)
                .body("data.id", hasItem(event))
                .body("data.type", everyItem(equalTo("coupon.created")))
                .body("data.status", everyItem(equalTo("ignored")));
        list("type=coupon.deleted").then().body("data.id", equalTo(List.of()));
        String second = event + "2";
        deliver(second, "coupon.created", object("coupon", "co_1"));
        Response page = list("type=coupon.created&limit=1");
        page.then().body("data.id", equalTo(List.of(second)));
        Response next = given().auth()
                .oauth2(Tokens.staff("payments:read"))
                .urlEncodingEnabled(false)
                .get(page.<String>path("page.next"));
        next.then().statusCode(200).body("data.id", equalTo(List.of(event)));
        list("type=coupon.created&page=1&sort=receivedAt").then().body("page.total", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=done",
                "status=",
                "type=",
                "type=A",
                "type=a,,b",
                "sort=type",
                "limit=0",
                "limit=x",
                "cursor=x",
                "id=evt_1"
            })
    void whatCannotBeListedIsRefused(String query) {
        list(query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @Test
    void whatWasWorkedOnIsCountedAndTimed() {
        String intent = unpaid();
        deliver("payment_intent.processing", "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\"}");
        awaitStatus("applied");
        await().until(() -> metrics().contains("class=\"payment_intent\",result=\"applied\""));
        assertThat(metrics()).contains("quayside_payment_events_seconds_sum").doesNotContain(intent);
    }

    private String unpaid() {
        String intent = Service.opened(order, 1000);
        Stripe.losesEvents();
        return intent;
    }

    /** Paid at Stripe, and nothing here looks at it by itself. */
    private String paidUnnoticed() throws StripeException {
        String intent = unpaid();
        new Rows(database)
                .run(
                        "delete from scheduled_tasks where task_name = 'watch-payment' and task_instance = ?",
                        order.toString());
        Stripe.pay(intent, "pm_card_visa");
        return intent;
    }

    private static String object(String kind, String id) {
        return "{\"id\":\"" + id + "\",\"object\":\"" + kind + "\"}";
    }

    private void deliver(String type, String object) {
        deliver(event, type, object);
    }

    private static void deliver(String id, String type, String object) {
        Deliveries.deliver(
                        "{\"id\":\"" + id + "\",\"object\":\"event\",\"api_version\":\"2030-01-01.zebra\",\"type\":\""
                                + type + "\",\"data\":{\"object\":" + object + "}}")
                .then()
                .statusCode(200);
    }

    private void awaitStatus(String status) {
        await().until(() -> status.equals(shown().getString("data.status")));
    }

    private JsonPath shown() {
        return shown(event);
    }

    private static JsonPath shown(String id) {
        return read(id).jsonPath();
    }

    private static Response read(String id) {
        return Service.asReader().urlEncodingEnabled(false).get("/v1/admin/stripe-events/" + id);
    }

    private static Response list(String query) {
        return Service.asReader().get("/v1/admin/stripe-events?" + query);
    }

    private static Response replay(String id) {
        return given().auth()
                .oauth2(Tokens.staff("payments:repair"))
                .urlEncodingEnabled(false)
                .post("/v1/admin/stripe-events/" + id + "/replay");
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static double lag() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("quayside_payment_events_lag_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
