package dev.quayside.order.capture;

import static dev.quayside.kit.testing.Together.after;
import static dev.quayside.order.testing.Capturing.capture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Race;
import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

@OrderServiceTest
class CaptureRaceIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 12;

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Race
    void ofManyAmountsOneIsCaptured() {
        PlacedOrder order = authorized();
        List<Response> answers = Together.run(MANY, n -> capture(order, 100 + n));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.jsonPath().getString("code")).isIn("capture_mismatch", "order_not_capturable");
                });
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id()))
                .isEqualTo(rows.count("select capture_amount from orders where id = ?", order.id()));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
    }

    @Race
    void oneKeySentManyTimesIsOneCaptureAndOneAnswer() {
        PlacedOrder order = authorized();
        String key = Shopper.key();
        List<Response> answers = Together.run(MANY, n -> capture(order.id(), key, Refunding.amount(700)));
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(200);
        assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
    }

    /** Each would have read the order before the other wrote it, if the row were not locked for reading it. */
    @Race
    void twoAmountsThatMeetAtTheRowAreOneCaptureAndOneRefusal() {
        PlacedOrder order = authorized();
        CountDownLatch locked = new CountDownLatch(1);
        List<Integer> answers = Together.run(3, n -> switch (n) {
            case 0 -> {
                rows.lockedForTwo(order.id(), locked);
                yield 0;
            }
            case 1 -> after(locked, () -> capture(order, 700).statusCode());
            default -> after(locked, () -> capture(order, 800).statusCode());
        });
        assertThat(answers.subList(1, 3)).containsExactlyInAnyOrder(200, 409);
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
    }

    @Race
    void captureAndCancellationThatMeetAtTheRowEndWithoutMoneyAndWithoutStock() {
        PlacedOrder order = authorized();
        CountDownLatch locked = new CountDownLatch(1);
        List<Integer> answers = Together.run(3, n -> switch (n) {
            case 0 -> {
                rows.lockedForTwo(order.id(), locked);
                yield 0;
            }
            case 1 -> after(locked, () -> capture(order, 700).statusCode());
            default -> after(locked, () -> order.cancel().statusCode());
        });
        assertThat(answers.get(1)).isIn(200, 202, 409);
        assertThat(answers.get(2)).isIn(200, 202);
        isOver(order);
    }

    @Race
    void captureAndCancellationAtOnceEndWithoutMoneyAndWithoutStock() {
        PlacedOrder order = authorized();
        List<Integer> answers = Together.run(
                4,
                n -> n % 2 == 0
                        ? order.cancel().statusCode()
                        : capture(order, 700).statusCode());
        assertThat(answers).isSubsetOf(200, 202, 409);
        isOver(order);
    }

    private void isOver(PlacedOrder order) {
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        int captures = shop.payments().captures(order.id());
        assertThat(captures).isLessThanOrEqualTo(1);
        assertThat(shop.payments().refunds(order.id())).isEqualTo(captures);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(order.read().getString("paymentStatus")).isEqualTo(captures == 0 ? "unpaid" : "refunded");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(shop.catalog().reserved(order.sku())).isZero();
    }

    /** With its stock taken, so that nothing else is under way. */
    private PlacedOrder authorized() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 2);
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        return order;
    }
}
