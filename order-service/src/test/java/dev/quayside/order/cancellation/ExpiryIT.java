package dev.quayside.order.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Impatience;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class ExpiryIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().cancelUnknown(false);
    }

    @Test
    void orderExpiresHalfAnHourAfterItWasPlaced() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        Instant expiry = Instant.parse(order.read().getString("expiresAt"));
        assertThat(expiry)
                .isBetween(Instant.now().plusSeconds(1_700), Instant.now().plusSeconds(1_801));
        assertThat(rows.text(
                        "select execution_time = (select expires_at from orders where id = ?) from scheduled_tasks"
                                + " where task_name = 'expire-order' and left(task_instance, 36) = cast(cast(? as uuid) as text)",
                        order.id(),
                        order.id()))
                .isEqualTo("t");
    }

    @Test
    void unpaidOrderThatExpiresIsCancelledAndItsCartIsOpenAgain() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        expire(order);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("cancelReason")).isEqualTo("expired");
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
        order.shopper().put(order.cart(), order.sku(), 1).then().statusCode(200);
    }

    @Test
    void paymentThatWasFasterThanTheClockIsSimplyPaid() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        assertThat(shop.payments().capture(order.id())).isTrue();
        expire(order);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("confirmed"));
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
        assertThat(order.read().getString("cancelReason")).isNull();
        assertThat(shop.payments().refunds(order.id())).isZero();
    }

    @Test
    void eventOfACaptureWhileAnExpiryIsUnderWayConfirms() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().cancelUnknown(true);
        expire(order);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelling"));
        order.pay();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("confirmed"));
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
    }

    @Test
    void personWhoCancelsWhileAnExpiryIsUnderWayIsHeard() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().cancelUnknown(true);
        expire(order);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelling"));
        order.cancel();
        order.pay();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
    }

    @Test
    void paidOrderDoesNotExpire() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        expire(order);
        await().atMost(LONG)
                .until(() -> rows.count(
                                "select count(*) from scheduled_tasks where task_name = 'expire-order'"
                                        + " and left(task_instance, 36) = cast(cast(? as uuid) as text)",
                                order.id())
                        == 0);
        assertThat(rows.status(order.id())).isEqualTo("confirmed");
    }

    private void expire(PlacedOrder order) {
        rows.change("update orders set expires_at = now() - interval '1 s' where id = ?", order.id());
        rows.due("expire-order", order.id());
    }
}
