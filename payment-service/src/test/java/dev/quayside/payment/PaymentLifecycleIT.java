package dev.quayside.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class PaymentLifecycleIT {
    private final UUID order = UUID.randomUUID();

    @Test
    void aPaidPaymentIsCapturedAndPublished() throws StripeException {
        Service.open(order, 1999)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.clientSecret", startsWith("pi_"))
                .body("data.publishableKey", equalTo("pk_test_quayside"))
                .body("data.stripeApiBase", startsWith("http://127.0.0.1"))
                .body("data.amount", equalTo(1999))
                .body("data.currency", equalTo("EUR"))
                .body("data.version", equalTo(2));
        Stripe.pay(Stripe.intentsOf(order).get(0).getId(), "pm_card_visa");
        Service.awaitStatus(order, "captured");
        await().until(() -> Subscriber.statuses(order).contains("captured"));
        var told = Subscriber.told(order);
        var last = told.get(told.size() - 1);
        assertThat(last.getLong("captured")).isEqualTo(1999);
        assertThat(last.getLong("version")).isEqualTo(3);
        assertThat(last.getString("refundStatus")).isEqualTo("none");
        // Stripe's fee comes a moment later.
        await().until(() -> Service.ledger(order, "fee") == 1);
        assertThat(Service.admin(order).getList("data.transactions.kind", String.class))
                .containsExactly("authorised", "captured", "fee");
        assertThat(last.getString("disputeStatus")).isEqualTo("none");
        Service.get(order).then().body("data.status", equalTo("captured")).body("data.clientSecret", nullValue());
    }

    @Test
    void openingAgainGivesTheSamePaymentAndSecret() {
        String secret = Service.open(order, 1999).path("data.clientSecret");
        Service.open(order, 1999)
                .then()
                .statusCode(200)
                .body("data.clientSecret", equalTo(secret))
                .body("data.version", equalTo(2));
        Service.get(order).then().statusCode(200).body("data.clientSecret", equalTo(secret));
        assertThat(Stripe.intentsOf(order)).hasSize(1);
    }

    @Test
    void anotherAmountIsAMismatch() {
        Service.opened(order, 1999);
        Service.open(order, 2000).then().statusCode(409).body("code", equalTo("payment_mismatch"));
    }

    @Test
    void aDeclinedCardLeavesThePaymentOpenWithTheReason() throws StripeException {
        String intent = Service.opened(order, 1999);
        try {
            Stripe.pay(intent, "pm_card_visa_chargeDeclinedStolenCard");
        } catch (CardException declined) {
            assertThat(declined.getDeclineCode()).isEqualTo("stolen_card");
        }
        Service.get(order)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.lastError.code", equalTo("card_declined"))
                .body("data.lastError.declineCode", equalTo("generic_decline"))
                .body("data.clientSecret", notNullValue());
        Stripe.pay(intent, "pm_card_visa");
        Service.get(order).then().body("data.status", equalTo("captured")).body("data.lastError", nullValue());
    }

    @Test
    void anAmountThatStripeRefusesEndsThePayment() {
        Service.open(order, 10)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("canceled"))
                .body("data.lastError.code", equalTo("amount_too_small"));
        Service.open(order, 10).then().statusCode(409).body("code", equalTo("payment_closed"));
    }

    @Test
    void whatCannotBeChargedIsRefused() {
        Service.open(order, 0).then().statusCode(422).body("code", equalTo("validation_failed"));
        Service.open(order, -5).then().statusCode(422);
        for (String body : List.of(
                "{}",
                "{\"amount\":{\"amount\":\"1999\",\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":19.99,\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":1999,\"currency\":\"XXX\"}}",
                "{\"amount\":{\"amount\":1999}}",
                "{\"amount\":{\"amount\":1999,\"currency\":\"EUR\"},\"extra\":1}",
                "[]",
                "")) {
            int status = Service.asOrders()
                    .body(body)
                    .put("/internal/v1/payments/" + order)
                    .statusCode();
            assertThat(status).as(body).isIn(400, 422);
        }
        Service.get(order).then().statusCode(404).body("code", equalTo("payment_not_found"));
    }
}
