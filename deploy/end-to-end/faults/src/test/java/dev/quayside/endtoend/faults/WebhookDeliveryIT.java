package dev.quayside.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.endtoend.testing.Stripe;
import dev.quayside.local.Service;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network does to Stripe's events, each has one effect. */
@EndToEnd
class WebhookDeliveryIT {

    @AfterEach
    void honestNetwork() {
        Http.stripe().delete("/_test/webhooks").then().statusCode(200);
    }

    @AfterAll
    static void audit() {
        Admin.awaitCleanAudit();
    }

    @Test
    void eachEventFiveTimesInParallelHasOneEffect() {
        network("{\"repeat\": 5, \"jitterMillis\": 50}");
        paidThenCancelledOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "random", "recorded"})
    void eventsInAnyOrderHaveOneEffect(String order) {
        network("{\"hold\": true, \"repeat\": 5}");
        String sku = Admin.product(4);
        Buyer.Order bought = Buyer.with(sku, 1).order();
        bought.pay("pm_card_visa_chargeDeclined").then().statusCode(402);
        bought.pay("pm_card_visa").then().statusCode(200);
        Stripe.control("/_test/webhooks/release", "{\"order\": \"" + order + "\"}");
        bought.awaitPaid();
        Admin.awaitStock(sku, 3, 0);
    }

    @Test
    void eventsBeforeTheCallThatCausedThemHasReturned() {
        network("{\"beforeReply\": true, \"repeat\": 5}");
        paidThenCancelledOnce();
    }

    @Test
    void eventsThatNeverComeAreNotNeeded() {
        network("{\"dropNext\": 1000000}");
        String sku = Admin.product(2);
        Buyer.Order order = Buyer.with(sku, 1).order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitState(Duration.ofSeconds(60), "confirmed", "paid");
        Admin.awaitStock(sku, 1, 0);
    }

    @Test
    void eventsWhilePaymentServiceIsDownAreCaughtUp() {
        String sku = Admin.product(2);
        Buyer.Order order = Buyer.with(sku, 1).order();
        Shop.running().kill(Service.PAYMENT);
        order.pay("pm_card_visa").then().statusCode(200);
        order.read().then().statusCode(200).body("data.status", equalTo("awaiting_payment"));
        Shop.running().start(Service.PAYMENT);
        order.awaitState(Duration.ofSeconds(60), "confirmed", "paid");
        Admin.awaitStock(sku, 1, 0);
    }

    private static void paidThenCancelledOnce() {
        String sku = Admin.product(4);
        Buyer.Order order = Buyer.with(sku, 2).order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitPaid();
        Admin.awaitStock(sku, 2, 0);
        assertThat(order.cancel().statusCode()).isIn(200, 202);
        order.awaitState(Duration.ofSeconds(30), "cancelled", "refunded");
        Admin.awaitStock(sku, 4, 0);
        assertThat(Stripe.refunds(order.paymentIntent())).hasSize(1);
        assertThat(Stripe.paymentIntentsOf(order.id())).hasSize(1);
    }

    private static void network(String plan) {
        Stripe.control("/_test/webhooks", plan);
    }
}
