package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import dev.quayside.payment.testing.Wallet;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorised at checkout; captured, all of it or a part, released or expired later. */
@PaymentServiceTest
class CaptureIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void whatWasAuthorizedIsCapturedOnceAndPublished() throws StripeException {
        Service.openManual(order, 1999)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.capture", equalTo("manual"))
                .body("data.authorized", equalTo(0))
                .body("data.captureBefore", nullValue())
                .body("data.clientSecret", startsWith("pi_"));
        String intent = Stripe.intentsOf(order).get(0).getId();
        assertThat(Stripe.intent(intent).getCaptureMethod()).isEqualTo("manual");
        Stripe.pay(intent, "pm_card_visa");
        Service.awaitStatus(order, "authorized");
        Response authorized = Service.get(order);
        authorized
                .then()
                .body("data.status", equalTo("authorized"))
                .body("data.authorized", equalTo(1999))
                .body("data.captured", equalTo(0))
                .body("data.clientSecret", nullValue());
        assertThat(Instant.parse(authorized.path("data.captureBefore")))
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1));
        for (int i = 0; i < 2; i++) {
            Service.capture(order, 1999)
                    .then()
                    .statusCode(200)
                    .body("data.status", equalTo("captured"))
                    .body("data.captured", equalTo(1999))
                    .body("data.authorized", equalTo(1999))
                    .body("data.captureBefore", nullValue());
        }
        Service.capture(order, 1998).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .hasSize(1);
        await().untilAsserted(() ->
                assertThat(Service.book(order)).containsExactly("authorised 1999", "captured 1999", "fee 88"));
        await().until(() -> Subscriber.statuses(order).contains("captured"));
        List<JsonPath> told = Subscriber.told(order);
        assertThat(told).anySatisfy(state -> {
            assertThat(state.getString("status")).isEqualTo("authorized");
            assertThat(state.getString("capture")).isEqualTo("manual");
            assertThat(state.getLong("authorized")).isEqualTo(1999);
            assertThat(state.getString("captureBefore")).isNotNull();
        });
    }

    @Test
    void aPartIsCapturedAndTheRestIsReleased() throws StripeException {
        String intent = Service.authorized(order, 1999);
        Service.capture(order, 1500).then().statusCode(200).body("data.captured", equalTo(1500));
        assertThat(Stripe.intent(intent).getAmountReceived()).isEqualTo(1500);
        await().untilAsserted(() -> assertThat(Service.book(order))
                .containsExactly("authorised 1999", "captured 1500", "fee 74", "released 499"));
        Service.capture(order, 1500).then().statusCode(200);
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        Service.cancel(order).then().statusCode(200).body("data.status", equalTo("captured"));
        Service.refund(order, UUID.randomUUID(), 1501)
                .then()
                .statusCode(409)
                .body("code", equalTo("refund_exceeds_captured"));
        Service.refund(order, UUID.randomUUID(), 1500).then().statusCode(200);
        await().until(() -> offenders().isEmpty());
    }

    @Test
    void aCancelReleasesWhatWasAuthorized() throws StripeException {
        String intent = Service.authorized(order, 1999);
        await().until(() -> offenders().isEmpty());
        Service.cancel(order)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("canceled"))
                .body("data.captureBefore", nullValue());
        assertThat(Stripe.intent(intent).getStatus()).isEqualTo("canceled");
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
        Service.openManual(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
        await().untilAsserted(() ->
                assertThat(Service.book(order)).containsExactly("authorised 1999", "canceled 1999", "released 1999"));
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .isEmpty();
        await().until(() -> offenders().isEmpty());
    }

    @Test
    void aCancelReleasesWhatNobodyKnewToBeAuthorized() throws StripeException {
        Stripe.losesEvents();
        String intent = Service.openManual(order, 1999).path("data.paymentIntentId");
        new Rows(database).run("delete from scheduled_tasks where task_instance = ?", order.toString());
        Stripe.pay(intent, "pm_card_visa");
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("payment_not_authorized"));
        Service.cancel(order).then().statusCode(200).body("data.status", equalTo("canceled"));
        await().untilAsserted(() ->
                assertThat(Service.book(order)).containsExactly("authorised 1999", "canceled 1999", "released 1999"));
    }

    @Test
    void anExpiredGrantIsNotCapturedAndItsEndIsFoundByTheWatch() throws StripeException {
        String intent = Service.authorized(order, 1999);
        Stripe.losesEvents();
        new Rows(database)
                .run("update payments set capture_before = now() - interval '1 second' where order_id = ?", order);
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .isEmpty();
        Stripe.cancelElsewhere(intent);
        Service.awaitStatus(order, "canceled");
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("payment_closed"));
        assertThat(Service.book(order)).containsExactly("authorised 1999", "canceled 1999", "released 1999");
    }

    @Test
    void aCaptureMadeElsewhereIsLearned() throws StripeException {
        String intent = Service.authorized(order, 1999);
        Stripe.captureElsewhere(intent, 700);
        Service.awaitStatus(order, "captured");
        Service.capture(order, 700).then().statusCode(200).body("data.captured", equalTo(700));
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        await().untilAsserted(() -> assertThat(Service.book(order))
                .containsExactly("authorised 1999", "captured 700", "fee 50", "released 1299"));
        await().until(() -> offenders().isEmpty());
    }

    @Test
    void aCaptureMadeElsewhereOfWhichNobodyToldIsFoundByTheWatchOrByAskingForAnother() throws StripeException {
        Stripe.losesEvents();
        String watched = Service.authorized(order, 1999);
        Stripe.captureElsewhere(watched, 700);
        Service.awaitStatus(order, "captured");
        UUID asked = UUID.randomUUID();
        String other = Service.authorized(asked, 1999);
        new Rows(database).run("delete from scheduled_tasks where task_instance = ?", asked.toString());
        Stripe.captureElsewhere(other, 700);
        Service.capture(asked, 1999).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        Service.get(asked).then().body("data.status", equalTo("captured")).body("data.captured", equalTo(700));
    }

    @Test
    void whatIsAuthorizedIsWatchedWhoeverFoundOut() throws StripeException {
        String intent = Service.openManual(order, 1999).path("data.paymentIntentId");
        Rows rows = new Rows(database);
        rows.run("delete from scheduled_tasks where task_instance = ?", order.toString());
        Stripe.pay(intent, "pm_card_visa");
        Service.awaitStatus(order, "authorized");
        assertThat(rows.value("select task_name from scheduled_tasks where task_instance = ?", order.toString()))
                .isEqualTo("watch-payment");
    }

    @Test
    void whatCannotBeCapturedIsRefusedAndNothingChanges() throws StripeException {
        Service.capture(order, 100).then().statusCode(404).body("code", equalTo("payment_not_found"));
        Service.openManual(order, 1999);
        Service.capture(order, 100).then().statusCode(409).body("code", equalTo("payment_not_authorized"));
        Stripe.pay(Stripe.intentsOf(order).get(0).getId(), "pm_card_visa");
        Service.awaitStatus(order, "authorized");
        Service.capture(order, 2000).then().statusCode(409).body("code", equalTo("capture_exceeds_authorized"));
        Service.capture(order, 0).then().statusCode(422).body("code", equalTo("validation_failed"));
        Service.capture(order, -1).then().statusCode(422);
        UUID tombstone = UUID.randomUUID();
        Service.cancel(tombstone);
        Service.capture(tombstone, 100).then().statusCode(409).body("code", equalTo("payment_closed"));
        Service.get(order).then().body("data.status", equalTo("authorized")).body("data.captured", equalTo(0));
        assertThat(new Rows(database)
                        .count(
                                "select count(*) from payment_operations where order_id = ? and kind = 'CAPTURE'",
                                order))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"amount\":\"100\"}", "{\"amount\":1.5}", "{\"amount\":100,\"more\":1}", "[]", ""})
    void whatCannotBeReadIsRefused(String body) {
        assertThat(Service.asOrders()
                        .body(body)
                        .put("/internal/v1/payments/" + order + "/capture")
                        .statusCode())
                .isIn(400, 422);
    }

    @Test
    void anAutomaticPaymentIsCapturedAlreadyOrNotAtAll() throws StripeException {
        String intent = Service.opened(order, 1999);
        assertThat(Stripe.intent(intent).getCaptureMethod()).isEqualTo("automatic_async");
        Service.capture(order, 1999).then().statusCode(409).body("code", equalTo("payment_not_authorized"));
        Stripe.pay(intent, "pm_card_visa");
        Service.awaitStatus(order, "captured");
        Service.capture(order, 1999)
                .then()
                .statusCode(200)
                .body("data.capture", equalTo("automatic"))
                .body("data.authorized", equalTo(1999));
        Service.capture(order, 1000).then().statusCode(409).body("code", equalTo("capture_mismatch"));
        assertThat(Stripe.requests("POST", "/v1/payment_intents/" + intent + "/capture"))
                .isEmpty();
    }

    @Test
    void theWayOfCapturingIsFixedWithThePayment() {
        Service.openManual(order, 1999);
        Service.open(order, 1999).then().statusCode(409).body("code", equalTo("payment_mismatch"));
        Service.openManual(order, 1999).then().statusCode(200).body("data.clientSecret", notNullValue());
        UUID automatic = UUID.randomUUID();
        Service.open(automatic, 1999).then().body("data.capture", equalTo("automatic"));
        Service.openManual(automatic, 1999).then().statusCode(409).body("code", equalTo("payment_mismatch"));
        for (Object wrong : List.of("later", 1, "")) {
            int status = Service.asOrders()
                    .body(Map.of("amount", Map.of("amount", 1999, "currency", "EUR"), "capture", wrong))
                    .put("/internal/v1/payments/" + UUID.randomUUID())
                    .statusCode();
            assertThat(status).as(wrong.toString()).isIn(400, 422);
        }
    }

    @Test
    void aSavedCardCanBeAuthorizedAndCapturedLaterAndThePayingCardSaved() throws StripeException {
        Wallet wallet = Wallet.ofSomebody();
        String method = wallet.known("pm_card_visa");
        String intent = Service.asOrders()
                .body(Map.of(
                        "amount",
                        Map.of("amount", 1999, "currency", "EUR"),
                        "capture",
                        "manual",
                        "customerId",
                        wallet.customer(),
                        "paymentMethodId",
                        method))
                .put("/internal/v1/payments/" + order)
                .path("data.paymentIntentId");
        PaymentIntent confirmed = Stripe.client().v1().paymentIntents().confirm(intent);
        assertThat(confirmed.getStatus()).isEqualTo("requires_capture");
        Service.awaitStatus(order, "authorized");
        Service.capture(order, 1999).then().statusCode(200).body("data.status", equalTo("captured"));

        UUID saving = UUID.randomUUID();
        String other = Service.asOrders()
                .body(Map.of(
                        "amount",
                        Map.of("amount", 1999, "currency", "EUR"),
                        "capture",
                        "manual",
                        "customerId",
                        wallet.customer(),
                        "savePaymentMethod",
                        true))
                .put("/internal/v1/payments/" + saving)
                .path("data.paymentIntentId");
        Stripe.losesEvents();
        Stripe.pay(other, "pm_card_mastercard");
        // Saved once it is authorized: it may be captured days later.
        await().until(() -> wallet.methods().size() == 2);
    }

    /** The invariants of money that this order breaks. */
    private List<String> offenders() {
        JsonPath audit = Service.asOrders().get("/internal/v1/audit/invariants").jsonPath();
        return List.of("I3", "I4", "I6", "I8").stream()
                .filter(id -> audit.getList("data.find { it.id == '" + id + "' }.offenders.subject", String.class)
                        .contains(order.toString()))
                .toList();
    }

    private static TemporalUnitOffset within(int minutes) {
        return new TemporalUnitWithinOffset(minutes, ChronoUnit.MINUTES);
    }
}
