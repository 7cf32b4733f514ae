package dev.quayside.order.cancellation;

import static dev.quayside.kit.testing.Together.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Race;
import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CancelRaceIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Race
    void cancelAndCaptureAtOnceEndWithoutMoneyAndWithoutStock() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        Together.run(3, n -> switch (n) {
            case 0 -> order.cancel().statusCode();
            case 1 -> shop.payments().capture(order.id()) ? tellCaptured(order) : 0;
            default -> order.cancel().statusCode();
        });
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(shop.catalog().reserved(order.sku())).isZero();
        assertThat(shop.payments().refunds(order.id())).isLessThanOrEqualTo(1);
    }

    /** Each would have read the order before the other wrote it, if the row were not locked for reading it. */
    @Race
    void cancelAndCaptureThatMeetAtTheRowAreBothKept() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        shop.payments().capture(order.id());
        Map<String, Object> captured = shop.payments().event(order.id());
        CountDownLatch locked = new CountDownLatch(1);
        Together.run(3, n -> switch (n) {
            case 0 -> {
                rows.lockedForTwo(order.id(), locked);
                yield 0;
            }
            case 1 -> after(locked, () -> order.tell(captured).statusCode());
            default -> after(locked, () -> order.cancel().statusCode());
        });
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void manyCancellationsOfAPaidOrderAreOneRefund() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        List<Integer> answers = Together.run(10, n -> order.cancel().statusCode());
        assertThat(answers).allMatch(status -> status == 200 || status == 202);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(rows.count("select count(*) from refunds where order_id = ?", order.id()))
                .isEqualTo(1);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void manyEventsOfOneCaptureAtOnceConfirmOnce() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        shop.payments().capture(order.id());
        Map<String, Object> event = shop.payments().event(order.id());
        List<Response> answers = Together.run(12, n -> order.tell(event));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 204);
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        assertThat(rows.status(order.id())).isEqualTo("confirmed");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(7);
        assertThat(shop.journal(order.id()).stream().filter("commit"::equals)).hasSize(1);
    }

    private static int tellCaptured(PlacedOrder order) {
        order.tell();
        return 1;
    }
}
