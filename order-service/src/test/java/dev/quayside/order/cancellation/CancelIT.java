package dev.quayside.order.cancellation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.Impatience;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@OrderServiceTest
class CancelIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().refundsEnd("succeeded");
        shop.payments().cancelUnknown(false);
    }

    @Test
    void unpaidOrderIsCancelledPaymentFirstAndItsCartIsOpenAgain() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        Response answer = order.cancel();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.status")).isEqualTo("cancelled");
        assertThat(answer.jsonPath().getString("data.cancelReason")).isEqualTo("customer");
        assertThat(answer.jsonPath().getString("data.paymentStatus")).isEqualTo("unpaid");
        List<String> calls = shop.journal(order.id());
        assertThat(calls.indexOf("cancel")).isLessThan(calls.indexOf("release"));
        assertThat(shop.catalog().reserved(order.sku())).isZero();
        assertThat(shop.payments().status(order.id())).isEqualTo("canceled");
        order.shopper().put(order.cart(), order.sku(), 1).then().statusCode(200);
    }

    @Test
    void cancellingACancelledOrderIsTheSameAnswer() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        Object first = order.cancel().jsonPath().get("data");
        Response again = order.cancel();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().<Object>get("data")).isEqualTo(first);
    }

    @Test
    void paidOrderIsRefundedOnceAndItsStockComesBack() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(7);
        Response answer = order.cancel();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.status")).isEqualTo("cancelled");
        assertThat(answer.jsonPath().getString("data.paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("returned");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(rows.text("select status from refunds where order_id = ?", order.id()))
                .isEqualTo("succeeded");
        order.shopper()
                .checkout(order.cart(), Shopper.key(), order.total())
                .then()
                .statusCode(409);
    }

    @Test
    void paymentThatCannotBeCancelledAnyMoreIsRefunded() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        assertThat(shop.payments().capture(order.id())).isTrue();
        Response answer = order.cancel();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("returned");
    }

    @Test
    void refundThatIsPendingKeepsTheOrderCancellingUntilItSettles() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        shop.payments().refundsEnd("pending");
        Response answer = order.cancel();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("data.status")).isEqualTo("cancelling");
        await().atMost(LONG).until(() -> shop.payments().refunds(order.id()) == 1);
        shop.payments().refundSettles(order.id(), true);
        order.tell();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
    }

    @Test
    void refundThatFailsNeedsAttention() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        shop.payments().refundsEnd("failed");
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(rows.text("select status from refunds where order_id = ?", order.id()))
                .isEqualTo("failed");
    }

    @ParameterizedTest
    @Matrix(
            always = {"ANSWER_LOST", "UNAUTHENTICATED"},
            soak = {"REFUSED", "REPEATED", "BARE_NOT_FOUND", "HANGS"})
    void eachFaultOnTheWayIsOvercome(Fault fault) {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        for (String operation : List.of("cancel", "commit", "return", "refund", "read")) {
            shop.fail(operation, fault, 1);
        }
        order.cancel();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(shop.catalog().reserved(order.sku())).isZero();
    }

    @Test
    void refundWhoseAnswerComesTooLateIsMadeOnce() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        shop.fail("refund", Fault.HANGS, 1);
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
    }

    @Test
    void stockStaysHeldWhileThePaymentsCancellationIsUnknown() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().cancelUnknown(true);
        Response answer = order.cancel();
        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.journal(order.id()).contains("cancel"));
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("held");
        assertThat(order.payment().getString("data.clientSecret")).isNull();
        shop.payments().cancelUnknown(false);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
    }

    @Test
    void stockGoesFreeAtOnceWhenNoSecretWasEverGiven() {
        Shopper shopper = Shopper.guest();
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 1);
        shop.fail("open", Fault.REFUSED, 100);
        PlacedOrder order = PlacedOrder.of(shopper, cart, sku, Shopper.total(1000));
        shop.fail("cancel", Fault.REFUSED, 2);
        assertThat(order.cancel().statusCode()).isEqualTo(200);
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
        await().atMost(LONG).until(() -> shop.payments().status(order.id()).equals("canceled"));
    }

    @Test
    void completedOrderCannotBeCancelled() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        rows.change("update orders set status = 'completed' where id = ?", order.id());
        Response answer = order.cancel();
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("order_not_cancellable");
        rows.change("update orders set status = 'confirmed' where id = ?", order.id());
    }

    @Test
    void staffCancelsWithItsOwnReason() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        given().auth()
                .oauth2(Tokens.staff("orders:write"))
                .post("/v1/admin/orders/" + order.id() + "/cancel")
                .then()
                .statusCode(200);
        assertThat(order.read().getString("cancelReason")).isEqualTo("staff");
    }

    @Test
    void orderThatIsStillBeingPlacedCanBeCancelled() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        rows.unschedule(order.id());
        shop.payments().forget(order.id());
        shop.catalog().forget(order.id());
        rows.change(
                "update orders set status = 'placing', number = null, expires_at = null, payment_version = null,"
                        + " payment_state = null, secret_given_at = null where id = ?",
                order.id());
        assertThat(order.cancel().statusCode()).isEqualTo(200);
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("released");
        assertThat(shop.payments().status(order.id())).isEqualTo("canceled");
        order.shopper().put(order.cart(), order.sku(), 1).then().statusCode(200);
    }

    @Test
    void partlyRefundedOrderGivesBackTheRestAndTheUnitsThatAreNotBack() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 3);
        order.pay();
        String id = Refunding.refunded(order, Refunding.with(Refunding.items(order.sku(), 1), "restock", true))
                .getString("id");
        await().atMost(LONG).until(() -> Refunding.read(order.id(), id).getString("restockedAt") != null);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(7);
        Response answer = order.cancel();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(2);
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void cancellationGivesBackWhatIsLeftAndWaitsForAPendingRefund() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        shop.payments().refundsEnd("pending");
        Refunding.refunded(order, Refunding.amount(700));
        await().atMost(LONG).until(() -> shop.payments().refunds(order.id()) == 1);
        shop.payments().refundsEnd("succeeded");
        assertThat(order.cancel().statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.payments().netCaptured(order.id()) == 700);
        assertThat(rows.status(order.id())).isEqualTo("cancelling");
        shop.payments().refundSettles(order.id(), true);
        order.tell();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
    }

    @Test
    void pendingRefundThatFailsDuringACancellationNeedsAttention() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        shop.payments().refundsEnd("pending");
        String id = Refunding.refunded(order, Refunding.amount(700)).getString("id");
        order.cancel();
        await().atMost(LONG).until(() -> shop.payments().refunds(order.id()) == 2);
        shop.payments().refundReverses(order.id(), id);
        shop.payments().refundSettles(order.id(), true);
        order.tell();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(700);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(Refunding.read(order.id(), id).getString("status")).isEqualTo("failed");
    }

    @Test
    void fullyRefundedOrderIsCancelledWithoutAnotherRefund() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        Refunding.refunded(order, Refunding.amount(order.total()));
        assertThat(order.cancel().statusCode()).isEqualTo(200);
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void whatADisputeKeptFromGoingBackGoesBackOnceItIsWon() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        shop.payments().dispute(order.id(), "open");
        order.tell();
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(order.total());
        shop.payments().dispute(order.id(), "won");
        order.tell();
        await().atMost(LONG).until(() -> order.read().getString("paymentStatus").equals("refunded"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
    }

    @Test
    void refusedRefundOfACancelledOrderNeedsAttentionWhateverComesLater() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        shop.payments().dispute(order.id(), "open");
        order.tell();
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        shop.payments().dispute(order.id(), "lost");
        order.tell();
        assertThat(order.read().getString("disputeStatus")).isEqualTo("lost");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(rows.text("select status from refunds where order_id = ?", order.id()))
                .isEqualTo("failed");
    }
}
