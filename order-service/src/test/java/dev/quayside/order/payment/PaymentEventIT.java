package dev.quayside.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OrderServiceTest
class PaymentEventIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().refundsEnd("succeeded");
    }

    @Test
    void captureConfirmsTakesTheStockAndClosesTheCart() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        Response put = order.shopper().put(order.cart(), order.sku(), 1);
        assertThat(put.jsonPath().getString("code")).isEqualTo("cart_closed");
        assertThat(order.shopper().placed(order.cart(), order.total()).getString("data.id"))
                .isEqualTo(order.id());
        assertThat(order.payment().getString("data.clientSecret")).isNull();
        assertThat(order.payment().getString("data.status")).isEqualTo("captured");
    }

    @Test
    void olderAndEqualVersionsChangeNothing() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        Map<String, Object> open = shop.payments().event(order.id());
        order.pay();
        Map<String, Object> captured = shop.payments().event(order.id());
        order.tell(open).then().statusCode(204);
        order.tell(captured).then().statusCode(204);
        Map<String, Object> forged = new HashMap<>(captured);
        forged.put("status", "canceled");
        forged.put("captured", 0);
        order.tell(forged).then().statusCode(204);
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void newerVersionThatComesFirstStays() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().capture(order.id());
        Map<String, Object> captured = shop.payments().event(order.id());
        Map<String, Object> refunded = new HashMap<>(captured);
        refunded.put("version", 9);
        refunded.put("refunded", order.total());
        refunded.put("refundStatus", "succeeded");
        order.tell(captured).then().statusCode(204);
        order.tell(refunded).then().statusCode(204);
        order.tell(captured).then().statusCode(204);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
    }

    @ParameterizedTest
    @CsvSource({"100, succeeded, partially_refunded", "0, failed, needs_attention", "0, pending, paid"})
    void refundShowsInThePaymentStatus(long refunded, String refundStatus, String expected) {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        Map<String, Object> event = new HashMap<>(shop.payments().event(order.id()));
        event.put("version", 9);
        event.put("refunded", refunded);
        event.put("refundStatus", refundStatus);
        order.tell(event).then().statusCode(204);
        assertThat(order.read().getString("paymentStatus")).isEqualTo(expected);
    }

    @Test
    void anotherAmountThanTheTotalConfirmsNothing() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().capture(order.id());
        Map<String, Object> event = new HashMap<>(shop.payments().event(order.id()));
        event.put("captured", order.total() - 1);
        order.tell(event).then().statusCode(204);
        assertThat(order.read().getString("status")).isEqualTo("awaiting_payment");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
    }

    @Test
    void intentThatStripeCancelsCancelsTheOrder() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().cancelAtStripe(order.id());
        order.tell();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("cancelReason")).isEqualTo("payment_canceled");
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
    }

    @Test
    void moneyThatComesAfterTheCancellationIsGivenBackOnce() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.cancel();
        shop.payments().captureLate(order.id(), order.total());
        order.tell();
        order.tell();
        await().atMost(LONG).until(() -> shop.payments().netCaptured(order.id()) == 0);
        await().atMost(LONG).until(() -> order.read().getString("paymentStatus").equals("refunded"));
        assertThat(rows.status(order.id())).isEqualTo("cancelled");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
    }

    @Test
    void captureThatComesWhileTheOrderIsBeingPlacedCountsOnceItIs() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        rows.unschedule(order.id());
        rows.change(
                "update orders set status = 'placing', number = null, expires_at = null, payment_version = null,"
                        + " payment_state = null where id = ?",
                order.id());
        order.pay();
        assertThat(rows.status(order.id())).isEqualTo("placing");
        rows.schedule("place-order", order.id(), Duration.ZERO);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("confirmed"));
    }

    @Test
    void readingThePaymentAppliesWhatItSays() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().capture(order.id());
        order.payment();
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
    }

    @Test
    void unknownOrderIsA404AndABadStateA4xx() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        Map<String, Object> event = shop.payments().event(order.id());
        PlacedOrder nobody = new PlacedOrder(
                order.shopper(), order.cart(), order.sku(), UUID.randomUUID().toString(), "", 0);
        Response missing = nobody.tell(event);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.jsonPath().getString("code")).isEqualTo("order_not_found");
        Map<String, Object> bad = new HashMap<>(event);
        bad.put("status", "lost");
        assertThat(order.tell(bad).statusCode()).isEqualTo(400);
        bad.put("status", null);
        assertThat(order.tell(bad).statusCode()).isEqualTo(422);
    }

    @Test
    void disputeStatusFollowsTheNewestVersion() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        assertThat(order.read().getString("disputeStatus")).isEqualTo("none");
        order.pay();
        Map<String, Object> before = shop.payments().event(order.id());
        shop.payments().dispute(order.id(), "open");
        Map<String, Object> open = shop.payments().event(order.id());
        shop.payments().dispute(order.id(), "lost");
        Map<String, Object> lost = shop.payments().event(order.id());
        order.tell(open).then().statusCode(204);
        assertThat(order.read().getString("disputeStatus")).isEqualTo("open");
        order.tell(lost).then().statusCode(204);
        order.tell(open).then().statusCode(204);
        order.tell(before).then().statusCode(204);
        assertThat(order.read().getString("disputeStatus")).isEqualTo("lost");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void eventWithoutADisputeStatusHasNoneAndABadOneIsA400() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        shop.payments().dispute(order.id(), "open");
        order.tell();
        Map<String, Object> event = new HashMap<>(shop.payments().event(order.id()));
        event.put("version", 9);
        event.put("disputeStatus", "maybe");
        assertThat(order.tell(event).statusCode()).isEqualTo(400);
        event.remove("disputeStatus");
        order.tell(event).then().statusCode(204);
        assertThat(order.read().getString("disputeStatus")).isEqualTo("none");
    }
}
