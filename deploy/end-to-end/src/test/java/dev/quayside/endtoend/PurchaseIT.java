package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.RealStripe;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.endtoend.testing.Stripe;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@EndToEnd
class PurchaseIT {
    private static final Duration SOON = Duration.ofSeconds(RealStripe.isWanted() ? 60 : 10);

    @AfterAll
    static void audit() {
        Admin.awaitCleanAudit();
    }

    @AgainstStripe
    void cartCheckoutAndCardMakeAPaidOrder() {
        String sku = Admin.product(10);
        Buyer buyer = Buyer.with(sku, 2);
        JsonPath cart = buyer.cart();
        long subtotal = cart.getLong("data.totals.subtotal.amount");
        assertThat(subtotal).isEqualTo(2 * 1999L);
        assertThat(cart.getLong("data.totals.total.amount"))
                .isEqualTo(subtotal
                        - cart.getLong("data.totals.discount.amount")
                        + cart.getLong("data.totals.shipping.amount")
                        + cart.getLong("data.totals.tax.amount"));
        Response answer = buyer.checkout();
        answer.then()
                .statusCode(201)
                .body("data.status", equalTo("awaiting_payment"))
                .body("data.paymentStatus", equalTo("unpaid"))
                .body("data.number", notNullValue())
                .body("data.payment.publishableKey", containsString("pk_test_"))
                .body("data.payment.stripeApiBase", equalTo(Shop.stripeUrl()));
        assertThat(Admin.stock(sku)).isEqualTo(new Admin.Stock(10, 2, 8));
        Buyer.Order order = Buyer.Order.of(answer.jsonPath());
        order.pay("pm_card_visa").then().statusCode(200).body("status", equalTo("succeeded"));
        order.awaitState(SOON, "confirmed", "paid");
        Admin.awaitStock(sku, 8, 0);
    }

    @AgainstStripe
    void declinedCardLeavesTheOrderPayableByTheNextCard() {
        String sku = Admin.product(1);
        Buyer.Order order = Buyer.with(sku, 1).order();
        order.pay("pm_card_visa_chargeDeclined").then().statusCode(402).body("error.code", equalTo("card_declined"));
        order.read().then().body("data.status", equalTo("awaiting_payment"));
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
        Admin.awaitStock(sku, 0, 0);
    }

    @Test
    void authenticationIsFinishedThenPaid() {
        Buyer.Order order = Buyer.with(Admin.product(1), 1).order();
        order.pay("pm_card_threeDSecure2Required").then().statusCode(200).body("status", equalTo("requires_action"));
        Stripe.authenticate(order.paymentIntent(), "succeed");
        order.awaitPaid();
    }

    @Test
    void failedAuthenticationLeavesTheOrderPayable() {
        Buyer.Order order = Buyer.with(Admin.product(1), 1).order();
        order.pay("pm_card_threeDSecure2Required").then().statusCode(200);
        Stripe.authenticate(order.paymentIntent(), "fail");
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
    }

    @AgainstStripe
    void cancelBeforePaymentGivesTheStockBackAndOpensTheCart() {
        String sku = Admin.product(3);
        Buyer buyer = Buyer.with(sku, 3);
        Buyer.Order order = buyer.order();
        buyer.put(sku, 1).then().statusCode(409).body("code", equalTo("cart_locked"));
        order.cancel().then().statusCode(200).body("data.status", equalTo("cancelled"));
        Admin.awaitStock(sku, 3, 0);
        order.pay("pm_card_visa").then().statusCode(400).body("error.code", equalTo("payment_intent_unexpected_state"));
        buyer.put(sku, 1).then().statusCode(200);
        order.cancel().then().statusCode(200).body("data.status", equalTo("cancelled"));
    }

    @AgainstStripe
    void cancelAfterPaymentRefundsInFullAndReturnsTheStock() {
        String sku = Admin.product(2);
        Buyer.Order order = Buyer.with(sku, 2).order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
        assertThat(order.cancel().statusCode()).isIn(200, 202);
        order.awaitState(SOON, "cancelled", "refunded");
        Admin.awaitStock(sku, 2, 0);
        assertThat(Stripe.refunds(order.paymentIntent())).hasSize(1);
    }

    @Test
    void wrongTotalIsRefusedAndHoldsNothing() {
        String sku = Admin.product(2);
        Buyer buyer = Buyer.with(sku, 1);
        long total = buyer.total();
        Response refused = buyer.checkout(UUID.randomUUID().toString(), total - 1);
        refused.then().statusCode(409).body("code", equalTo("cart_changed"));
        List<Map<String, Object>> changes = refused.jsonPath().getList("changes");
        assertThat(changes)
                .filteredOn(change -> "totals.total".equals(change.get("path")))
                .hasSize(1);
        refused.then().body("changes.find { it.path == 'totals.total' }.new.amount", equalTo((int) total));
        assertThat(Admin.stock(sku).reserved()).isZero();
    }

    @Test
    void shortageNamesWhatIsAvailable() {
        String sku = Admin.product(5);
        Buyer buyer = Buyer.with(sku, 5);
        Buyer.with(sku, 2).order().cancel();
        Buyer.Order other = Buyer.with(sku, 2).order();
        buyer.checkout()
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient_stock"))
                .body("available.'" + sku + "'", equalTo(3));
        buyer.put(sku, 3).then().statusCode(200);
        buyer.checkout().then().statusCode(201);
        other.cancel().then().statusCode(200);
    }

    @AgainstStripe
    void anotherKeyOfTheSameCartGetsTheSameOrder() {
        Buyer buyer = Buyer.with(Admin.product(5), 1);
        Buyer.Order first = buyer.order();
        Buyer.Order second = buyer.order();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void orderIsItsOwnersAlone() {
        Buyer.Order order = Buyer.with(Admin.product(5), 1).order();
        Http.shop().get("/v1/orders/{id}", order.id()).then().statusCode(404);
        Http.shop()
                .header("Order-Token", "wrong")
                .get("/v1/orders/{id}", order.id())
                .then()
                .statusCode(404);
        Http.shop().post("/v1/orders/{id}/cancel", order.id()).then().statusCode(404);
        Http.admin()
                .get("/v1/admin/orders/{id}", order.id())
                .then()
                .statusCode(200)
                .body("data.id", equalTo(order.id()));
    }

    @Test
    void customersListTheirOwnOrders() {
        Customer ada = Customer.register();
        String sku = Admin.product(5);
        String order = ada.buys(sku);
        ada.request().get("/v1/orders").then().statusCode(200).body("data.id", hasItem(order));
        Customer.register().request().get("/v1/orders").then().statusCode(200).body("data.size()", equalTo(0));
        Customer.register().request().get("/v1/orders/{id}", order).then().statusCode(404);
    }
}
