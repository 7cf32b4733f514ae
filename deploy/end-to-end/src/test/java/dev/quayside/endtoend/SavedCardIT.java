package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Stripe;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** Customers who keep their cards, pay with one and take it away again. */
@EndToEnd
class SavedCardIT {
    @AfterAll
    static void everythingAgrees() {
        Admin.awaitCleanAudit();
    }

    @AgainstStripe
    void savedCardIsListedAtOnceAndPays() {
        Customer ada = Customer.register();
        String card = ada.saves("pm_card_visa");
        ada.request()
                .get("/v1/payment-methods")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(List.of(card)))
                .body("data[0].card.last4", equalTo("4242"))
                .body("data[0].default", equalTo(true));
        JsonPath order = ada.checkout(Admin.product(1), "\"paymentMethodId\": \"" + card + "\",")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        // Stripe.js names no card: the payment has it.
        String secret = order.getString("data.payment.clientSecret");
        Http.stripe()
                .contentType(ContentType.URLENC)
                .header("Authorization", "Bearer " + order.getString("data.payment.publishableKey"))
                .formParam("client_secret", secret)
                .post("/v1/payment_intents/{id}/confirm", secret.substring(0, secret.indexOf("_secret_")))
                .then()
                .statusCode(200);
        await("the order is paid")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> ada.request()
                        .get("/v1/orders/{id}", order.getString("data.id"))
                        .then()
                        .body("data.paymentStatus", equalTo("paid")));
    }

    @AgainstStripe
    void cardThatPaysIsSavedWhenTheCustomerWishes() {
        Customer ada = Customer.register();
        JsonPath order = ada.checkout(Admin.product(1), "\"savePaymentMethod\": true,")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Buyer.Order.of(order).pay("pm_card_visa").then().statusCode(200);
        await("the card is listed")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ada.cards().size() == 1);
    }

    @AgainstStripe
    void cardsOfOthersAndOfGuestsDoNotPay() {
        Customer ada = Customer.register();
        Customer eve = Customer.register();
        String card = ada.saves("pm_card_visa");
        assertThat(ada.cards()).containsExactly(card);
        String sku = Admin.product(1);
        String field = "\"paymentMethodId\": \"" + card + "\",";
        eve.checkout(sku, field).then().statusCode(422).body("code", equalTo("payment_method_not_found"));
        eve.request().get("/v1/payment-methods/{id}", card).then().statusCode(404);
        eve.request().put("/v1/payment-methods/{id}/default", card).then().statusCode(404);
        eve.request().delete("/v1/payment-methods/{id}", card).then().statusCode(404);
        assertThat(eve.cards()).isEmpty();
        assertThat(ada.cards()).containsExactly(card);
        Admin.awaitStock(sku, 1, 0);
    }

    @AgainstStripe
    void removedCardIsGoneHereAndAtStripe() {
        Customer ada = Customer.register();
        String first = ada.saves("pm_card_visa");
        assertThat(ada.cards()).containsExactly(first);
        String second = ada.saves("pm_card_mastercard");
        assertThat(ada.cards()).containsExactly(second, first);
        ada.request().put("/v1/payment-methods/{id}/default", second).then().statusCode(200);
        ada.request().delete("/v1/payment-methods/{id}", second).then().statusCode(204);
        ada.request()
                .get("/v1/payment-methods")
                .then()
                .body("data.id", equalTo(List.of(first)))
                .body("data[0].default", equalTo(true));
        await("it is detached at Stripe")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Stripe.customerOfCard(second) == null);
        ada.checkout(Admin.product(1), "\"paymentMethodId\": \"" + second + "\",")
                .then()
                .statusCode(422)
                .body("code", equalTo("payment_method_not_found"));
    }
}
