package dev.quayside.order.capture;

import static dev.quayside.order.testing.Capturing.capture;
import static dev.quayside.order.testing.Capturing.captureAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.Impatience;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class CaptureIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().captureUnknown(false);
    }

    @Test
    void authorisedOrderGoesAheadLikeAPaidOne() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 2);
        JsonPath read = order.read();
        assertThat(read.getString("status")).isEqualTo("confirmed");
        assertThat(read.getString("paymentStatus")).isEqualTo("authorized");
        assertThat(read.getString("capture.method")).isEqualTo("manual");
        assertThat(read.getLong("capture.authorized.amount")).isEqualTo(order.total());
        assertThat(read.getString("capture.captureBefore")).isNotNull();
        assertThat(read.<Object>get("capture.requested")).isNull();
        assertThat(read.getLong("capture.captured.amount")).isZero();
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        assertThat(order.shopper().put(order.cart(), order.sku(), 1).jsonPath().getString("code"))
                .isEqualTo("cart_closed");
        assertThat(order.payment().getString("data.status")).isEqualTo("authorized");
        assertThat(order.payment().getString("data.clientSecret")).isNull();
        assertThat(Refunding.staff("/v1/admin/orders?limit=100&paymentStatus=authorized")
                        .jsonPath()
                        .<String>getList("data.id"))
                .contains(order.id());
    }

    @Test
    void automaticOrderHasNoCapture() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        order.pay();
        assertThat(order.read().<Object>get("capture")).isNull();
    }

    @Test
    void allThatIsAuthorisedIsCapturedWhenNoAmountIsNamed() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        Response answer = captureAll(order);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonPath captured = answer.jsonPath().setRootPath("data");
        assertThat(captured.getString("paymentStatus")).isEqualTo("paid");
        assertThat(captured.getLong("capture.requested.amount")).isEqualTo(order.total());
        assertThat(captured.getLong("capture.captured.amount")).isEqualTo(order.total());
        assertThat(captured.getString("capture.captureBefore")).isNull();
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(order.total());
    }

    @Test
    void orderIsPaidWithThePartThatTheShopAskedForAndNoMoreIsRefunded() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 2);
        assertThat(capture(order, 1500).statusCode()).isEqualTo(200);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
        Response tooMuch = Refunding.refund(order, Refunding.items(order.sku(), 2));
        assertThat(tooMuch.statusCode()).isEqualTo(409);
        assertThat(tooMuch.jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
        assertThat(tooMuch.jsonPath().getLong("left.amount")).isEqualTo(1500);
        Refunding.refunded(order, Refunding.items(order.sku(), 1));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("partially_refunded");
        Refunding.refunded(order, Refunding.amount(300));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().netCaptured(order.id())).isZero();
    }

    @Test
    void sameKeyIsTheSameAnswerAndAnotherBodyIsNot() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        String key = Shopper.key();
        Response first = capture(order.id(), key, Refunding.amount(900));
        Refunding.refunded(order, Refunding.amount(100));
        Response again = capture(order.id(), key, Refunding.amount(900));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other = capture(order.id(), key, Refunding.amount(901));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
        refused(capture(order, 900), "order_not_capturable");
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
    }

    @Test
    void captureWhoseOutcomeIsUnknownIsUnderWayUntilItIsKnown() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        shop.payments().captureUnknown(true);
        String key = Shopper.key();
        Response first = capture(order.id(), key, Refunding.amount(700));
        assertThat(first.statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.journal(order.id()).contains("capture"));
        assertThat(first.jsonPath().getString("data.paymentStatus")).isEqualTo("authorized");
        assertThat(first.jsonPath().getLong("data.capture.requested.amount")).isEqualTo(700);
        refused(capture(order, 701), "capture_mismatch");
        refused(captureAll(order), "capture_mismatch");
        shop.payments().captureUnknown(false);
        shop.payments().captureSettles(order.id(), true);
        order.tell();
        Response again = capture(order.id(), key, Refunding.amount(700));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("data.paymentStatus")).isEqualTo("paid");
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @Matrix(
            always = {"ANSWER_LOST", "BARE_NOT_FOUND"},
            soak = {"REFUSED", "REPEATED", "UNAUTHENTICATED", "HANGS"})
    void faultOfTheCaptureIsOvercome(Fault fault) {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        shop.fail("capture", fault, 1);
        int status = capture(order, 700).statusCode();
        assertThat(status).isIn(200, 202);
        await().atMost(LONG).until(() -> order.read().getString("paymentStatus").equals("paid"));
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(700);
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
    }

    /** Whether or not the order heard of the authorisation before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void captureInTheDashboardCountsAndAPartOfItNeedsAPerson(boolean heard) {
        PlacedOrder whole =
                heard ? PlacedOrder.authorized(Shopper.guest(), 1000, 1) : PlacedOrder.manual(Shopper.guest(), 1000, 1);
        shop.payments().capture(whole.id());
        shop.payments().captureAtStripe(whole.id(), whole.total());
        whole.tell();
        assertThat(whole.read().getString("status")).isEqualTo("confirmed");
        assertThat(whole.read().getString("paymentStatus")).isEqualTo("paid");
        PlacedOrder part =
                heard ? PlacedOrder.authorized(Shopper.guest(), 1000, 1) : PlacedOrder.manual(Shopper.guest(), 1000, 1);
        shop.payments().capture(part.id());
        shop.payments().captureAtStripe(part.id(), 300);
        part.tell();
        assertThat(part.read().getString("status")).isEqualTo("confirmed");
        assertThat(part.read().getString("paymentStatus")).isEqualTo("needs_attention");
    }

    @Test
    void otherAmountThanTheTotalThatIsAuthorisedConfirmsNothing() {
        PlacedOrder order = PlacedOrder.manual(Shopper.guest(), 1000, 1);
        shop.payments().capture(order.id());
        shop.payments().grants(order.id(), order.total() - 1);
        order.tell();
        assertThat(order.read().getString("status")).isEqualTo("awaiting_payment");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        refused(capture(order, 100), "order_not_capturable");
    }

    /** Somebody was faster in the Dashboard, with another amount. */
    @Test
    void captureThatIsRefusedForGoodIsTakenBack() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        shop.payments().captureAtStripe(order.id(), 300);
        String key = Shopper.key();
        Response answer = capture(order.id(), key, Refunding.amount(700));
        refused(answer, "capture_mismatch");
        refused(capture(order.id(), key, Refunding.amount(700)), "capture_mismatch");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(order.read().getLong("capture.captured.amount")).isEqualTo(300);
    }

    @Test
    void shopMayAskForAnotherAmountOnceOneWasRefusedForGood() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        shop.payments().grants(order.id(), 600);
        String key = Shopper.key();
        Response answer = capture(order.id(), key, Refunding.amount(700));
        refused(answer, "order_not_capturable");
        refused(capture(order.id(), key, Refunding.amount(700)), "order_not_capturable");
        assertThat(order.read().getString("capture.failure")).isEqualTo("capture_exceeds_authorized");
        assertThat(order.read().<Object>get("capture.requested")).isNull();
        assertThat(capture(order, 600).statusCode()).isEqualTo(200);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
        assertThat(order.read().<Object>get("capture.failure")).isNull();
    }

    @Test
    void orderWithoutAStandingAuthorisationIsNotCapturable() {
        PlacedOrder unpaid = PlacedOrder.manual(Shopper.guest(), 1000, 1);
        refused(captureAll(unpaid), "order_not_capturable");
        PlacedOrder automatic = PlacedOrder.by(Shopper.guest(), 1000, 1);
        automatic.pay();
        refused(captureAll(automatic), "order_not_capturable");
        PlacedOrder cancelled = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        cancelled.cancel().then().statusCode(200);
        refused(captureAll(cancelled), "order_not_capturable");
        assertThat(shop.payments().captures(cancelled.id())).isZero();
    }

    @Test
    void authorisedOrderHasNothingToRefund() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        refused(Refunding.refund(order, Refunding.amount(100)), "order_not_refundable");
    }

    @Test
    void eventWithoutWhatIsNewIsThatOfAnAutomaticPayment() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        shop.payments().capture(order.id());
        Map<String, Object> event = new HashMap<>(shop.payments().event(order.id()));
        event.keySet().removeAll(java.util.List.of("capture", "authorized", "captureBefore"));
        order.tell(event).then().statusCode(204);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void changedSettingDoesNotTouchOrdersUnderWay() {
        PlacedOrder order = PlacedOrder.manual(Shopper.guest(), 1000, 1);
        assertThat(order.payment().getString("data.clientSecret")).isNotNull();
        order.pay();
        assertThat(order.read().getString("paymentStatus")).isEqualTo("authorized");
        assertThat(rows.text("select capture from orders where id = ?", order.id()))
                .isEqualTo("manual");
    }

    private static void refused(Response answer, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
