package dev.quayside.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.quayside.payment.testing.Invariants;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of an authorisation: released, expired, captured by somebody else, and watched until its end. */
@PaymentServiceTest
class GrantLifeIT {
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void aCancelReleasesWhatWasAuthorized() throws StripeException {
        String intent = Service.authorized(order, 1999);
        await().until(() -> Invariants.brokenBy(order).isEmpty());
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
        await().until(() -> Invariants.brokenBy(order).isEmpty());
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
        Stripe.losesEvents();
        String intent = Service.authorized(order, 1999);
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
        await().until(() -> Invariants.brokenBy(order).isEmpty());
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
}
