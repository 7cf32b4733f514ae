package dev.quayside.order.refunding;

import static dev.quayside.order.testing.Refunding.amount;
import static dev.quayside.order.testing.Refunding.items;
import static dev.quayside.order.testing.Refunding.refund;
import static dev.quayside.order.testing.Refunding.with;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

@OrderServiceTest
class RefundRaceIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 16;

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().refundsEnd("succeeded");
    }

    @Race
    void parallelRefundsByAmountNeverExceedWhatWasPaid() {
        PlacedOrder order = paid();
        long fifth = order.total() / 5;
        List<Response> answers = Together.run(MANY, n -> refund(order, amount(fifth)));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
                });
        settled(order);
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(order.total() - 5 * fifth);
        // Nothing was sent that could not be paid.
        assertThat(rows.count("select count(*) from refunds where order_id = ? and status = 'failed'", order.id()))
                .isZero();
    }

    @Race
    void parallelRefundsByItemsTakeEachUnitOnce() {
        PlacedOrder order = paid();
        List<Response> answers = Together.run(MANY, n -> refund(order, with(items(order.sku(), 1), "restock", true)));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(4);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> assertThat(answer.jsonPath().getString("errors[0].code"))
                        .isEqualTo("units_exceeded"));
        settled(order);
        await().atMost(LONG).until(() -> shop.catalog().onHand(order.sku()) == 9);
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(order.total() - 4 * 1200);
    }

    @Race
    void oneKeySentManyTimesIsOneRefund() {
        PlacedOrder order = paid();
        String key = Shopper.key();
        List<Response> answers = Together.run(MANY, n -> refund(order.id(), key, amount(100)));
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        assertThat(answers.stream().map(Response::asString).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
    }

    @Race
    void refundsAndACancellationAtOnceNetToZeroAndBringEachUnitBackOnce() {
        PlacedOrder order = paid();
        List<Integer> answers = Together.run(
                6,
                n -> n == 0
                        ? order.cancel().statusCode()
                        : refund(order, with(items(order.sku(), 1), "restock", n % 2 == 0))
                                .statusCode());
        assertThat(answers).isSubsetOf(200, 201, 202, 409, 422);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        settled(order);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        await().atMost(LONG)
                .until(() -> rows.count(
                                "select count(*) from refunds where order_id = ? and restock and restocked_at is null"
                                        + " and status = 'succeeded'",
                                order.id())
                        == 0);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(rows.count("select count(*) from refunds where order_id = ? and status = 'failed'", order.id()))
                .isZero();
    }

    @Race
    void newsThatComeBeforeTheOutcomeHideNothingThatIsLeft() {
        PlacedOrder order = paid();
        long half = order.total() / 2;
        shop.payments().refundsEnd("pending");
        String key = Shopper.key();
        List<Response> answers = Together.run(2, n -> {
            if (n == 0) {
                return refund(order.id(), key, amount(half));
            }
            await().until(() -> shop.payments().refunds(order.id()) == 1);
            shop.payments().refundSettles(order.id(), true);
            shop.payments().refundsEnd("succeeded");
            order.tell();
            return refund(order, amount(order.total() - half));
        });
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        settled(order);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
    }

    private void settled(PlacedOrder order) {
        await().atMost(LONG)
                .until(() ->
                        rows.count("select count(*) from refunds where order_id = ? and status = 'pending'", order.id())
                                == 0);
    }

    private PlacedOrder paid() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 4);
        order.pay();
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        return order;
    }
}
