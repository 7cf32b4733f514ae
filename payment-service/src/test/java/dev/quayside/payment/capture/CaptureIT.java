package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.exception.StripeException;
import dev.quayside.payment.testing.Invariants;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
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

/** The capture as order-service calls it: whole, in part, and everything that is refused. */
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
        await().until(() -> Invariants.brokenBy(order).isEmpty());
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

    private static TemporalUnitOffset within(int minutes) {
        return new TemporalUnitWithinOffset(minutes, ChronoUnit.MINUTES);
    }
}
