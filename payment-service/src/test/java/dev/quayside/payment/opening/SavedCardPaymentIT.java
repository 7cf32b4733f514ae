package dev.quayside.payment.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paying with a saved card, and saving the card that one pays with. The payer confirms; this service never does. */
@PaymentServiceTest
class SavedCardPaymentIT {
    private final Wallet wallet = Wallet.ofSomebody();
    private final UUID order = UUID.randomUUID();

    @Inject
    DataSource database;

    @Test
    void aSavedCardIsProposedAndConfirmedByThePayer() throws StripeException {
        String method = wallet.known("pm_card_visa");
        Response opened = open(Map.of("customerId", wallet.customer(), "paymentMethodId", method));
        opened.then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.clientSecret", startsWith("pi_"))
                .body("data.captured", equalTo(0));
        String id = opened.path("data.paymentIntentId");
        PaymentIntent intent = Stripe.intent(id);
        assertThat(intent.getStatus()).isEqualTo("requires_confirmation");
        assertThat(intent.getPaymentMethod()).isEqualTo(method);
        assertThat(intent.getCustomer())
                .isEqualTo(Stripe.customersOf(wallet.customer()).get(0).getId());
        assertThat(intent.getSetupFutureUsage()).isNull();
        Stripe.client().v1().paymentIntents().confirm(id);
        Service.awaitStatus(order, "captured");
        assertThat(wallet.methods()).containsExactly(method);
    }

    @Test
    void theBankMayAskForProof() throws StripeException {
        String method = wallet.begun();
        Stripe.finish(method, "pm_card_threeDSecure2Required");
        Stripe.authenticate("setup_intents", method, "succeed");
        String card = wallet.methods().get(0);
        String id = open(Map.of("customerId", wallet.customer(), "paymentMethodId", card))
                .path("data.paymentIntentId");
        assertThat(Stripe.client().v1().paymentIntents().confirm(id).getStatus())
                .isEqualTo("requires_action");
        Service.get(order).then().body("data.status", equalTo("open")).body("data.clientSecret", startsWith("pi_"));
        Stripe.authenticate("payment_intents", id, "succeed");
        Service.awaitStatus(order, "captured");
    }

    @Test
    void theFirstCardIsThePaymentsAlsoWhenItIsRemoved() {
        String method = wallet.known("pm_card_visa");
        String other = wallet.known("pm_card_mastercard");
        Map<String, Object> first = Map.of("customerId", wallet.customer(), "paymentMethodId", method);
        String id = open(first).path("data.paymentIntentId");
        wallet.remove(method).then().statusCode(204);
        open(first).then().statusCode(200).body("data.paymentIntentId", equalTo(id));
        open(Map.of("customerId", wallet.customer(), "paymentMethodId", other))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment_mismatch"));
        open(Map.of()).then().statusCode(409).body("code", equalTo("payment_mismatch"));
    }

    @Test
    void aCardThatIsNotTheCustomersOrWasRemovedOpensNothing() {
        String method = wallet.known("pm_card_visa");
        Wallet other = Wallet.ofSomebody();
        other.begun();
        for (UUID stranger : new UUID[] {other.customer(), UUID.randomUUID()}) {
            unusable(stranger, method);
        }
        unusable(wallet.customer(), "pm_card_visa");
        wallet.remove(method).then().statusCode(204);
        unusable(wallet.customer(), method);
        Service.get(order).then().statusCode(404);
        assertThat(Stripe.intentsOf(order)).isEmpty();
        // The order is not spoilt.
        open(Map.of()).then().statusCode(200).body("data.status", equalTo("open"));
    }

    private void unusable(UUID customer, String method) {
        open(Map.of("customerId", customer, "paymentMethodId", method))
                .then()
                .statusCode(422)
                .body("code", equalTo("payment_method_not_found"));
    }

    @Test
    void theCardThatPaysIsSavedIfThatIsWanted() throws StripeException {
        Stripe.losesEvents();
        String id = open(Map.of("customerId", wallet.customer(), "savePaymentMethod", true))
                .path("data.paymentIntentId");
        assertThat(Stripe.intent(id).getSetupFutureUsage()).isEqualTo("on_session");
        assertThat(wallet.methods()).isEmpty();
        Stripe.pay(id, "pm_card_mastercard");
        Service.get(order).then().body("data.status", equalTo("captured"));
        await().until(() -> wallet.methods().size() == 1);
        assertThat(wallet.list().getString("data[0].card.brand")).isEqualTo("mastercard");
        assertThat(Stripe.customersOf(wallet.customer())).hasSize(1);
    }

    @Test
    void aCustomerWhoWasDeletedInTheDashboardPaysByTheNextOrder() {
        wallet.begun();
        String old = Stripe.customersOf(wallet.customer()).get(0).getId();
        Stripe.deleteCustomer(old);
        Map<String, Object> saving = Map.of("customerId", wallet.customer(), "savePaymentMethod", true);
        open(saving)
                .then()
                .body("data.status", equalTo("canceled"))
                .body("data.lastError.code", equalTo("resource_missing"));
        String id =
                open(UUID.randomUUID(), saving).then().statusCode(200).extract().path("data.paymentIntentId");
        assertThat(Stripe.intent(id).getCustomer()).isNotEqualTo(old);
    }

    @Test
    void aCustomerWhoOnlyPaysIsNotMadeKnownToStripe() {
        open(Map.of("customerId", wallet.customer()))
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.lastError", nullValue());
        assertThat(Stripe.customersOf(wallet.customer())).isEmpty();
    }

    @Test
    void aCustomerWhomStripeDoesNotTakeIsA503AndTheOrderIsNotSpoilt() {
        Stripe.fault("outage", "POST", "/v1/customers", false, 1000);
        Map<String, Object> saving = Map.of("customerId", wallet.customer(), "savePaymentMethod", true);
        open(saving).then().statusCode(503).body("code", equalTo("stripe_unavailable"));
        Stripe.honest();
        await().until(() -> open(saving).statusCode() == 200);
        assertThat(new Rows(database).count("select count(*) from card_saving_payments where order_id = ?", order))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"paymentMethodId\":\"pm_1\"",
                "\"savePaymentMethod\":true",
                "\"customerId\":\"00000000-0000-7000-8000-000000000001\",\"paymentMethodId\":\"a b\"",
                "\"customerId\":\"00000000-0000-7000-8000-000000000001\",\"paymentMethodId\":\"\""
            })
    void whatCannotBeIsA422(String fields) {
        Service.asOrders()
                .body("{\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}," + fields + "}")
                .put("/internal/v1/payments/" + order)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"customerId\":\"me\"", "\"paymentMethodId\":1", "\"savePaymentMethod\":\"yes\"", "\"card\":1"})
    void whatCannotBeReadIsA400(String fields) {
        Service.asOrders()
                .body("{\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}," + fields + "}")
                .put("/internal/v1/payments/" + order)
                .then()
                .statusCode(400);
    }

    @Test
    void theOwnersCardIsFoundForTheServiceThatTakesOrders() {
        String method = wallet.saved("pm_card_visa");
        String path = "/internal/v1/payment-methods/" + wallet.customer() + "/";
        Service.asOrders().get(path + method).then().statusCode(200).body("data.id", equalTo(method));
        Service.asOrders().get(path + "pm_1").then().statusCode(404).body("code", equalTo("payment_method_not_found"));
        Service.asOrders()
                .get("/internal/v1/payment-methods/" + UUID.randomUUID() + "/" + method)
                .then()
                .statusCode(404);
    }

    private Response open(Map<String, Object> more) {
        return open(order, more);
    }

    private static Response open(UUID order, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("amount", Map.of("amount", 1000, "currency", "EUR"));
        return Service.asOrders().body(body).put("/internal/v1/payments/" + order);
    }
}
