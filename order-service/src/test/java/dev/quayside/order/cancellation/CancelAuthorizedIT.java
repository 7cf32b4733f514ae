package dev.quayside.order.cancellation;

import static dev.quayside.order.testing.Capturing.capture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.Impatience;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that goes ahead on an authorisation, and whose money is not to be taken after all. */
@OrderServiceTest
class CancelAuthorizedIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().captureUnknown(false);
        shop.payments().cancelUnknown(false);
    }

    @Test
    void authorisationIsVoidedFirstThenTheStockComesBackAndNothingIsRefunded() {
        PlacedOrder order = authorized();
        Response answer = order.cancel();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("data.status")).isEqualTo("cancelled");
        assertThat(answer.jsonPath().getString("data.paymentStatus")).isEqualTo("unpaid");
        assertThat(answer.jsonPath().getString("data.capture.captureBefore")).isNull();
        List<String> calls = shop.journal(order.id());
        assertThat(calls.indexOf("cancel")).isLessThan(calls.indexOf("return"));
        isOver(order);
        assertThat(order.shopper().put(order.cart(), order.sku(), 1).jsonPath().getString("code"))
                .isEqualTo("cart_closed");
    }

    @ParameterizedTest
    @Matrix(
            always = {"ANSWER_LOST", "UNAUTHENTICATED"},
            soak = {"REFUSED", "REPEATED", "BARE_NOT_FOUND", "HANGS"})
    void eachFaultOnTheWayIsOvercome(Fault fault) {
        PlacedOrder order = authorized();
        for (String operation : List.of("cancel", "commit", "return")) {
            shop.fail(operation, fault, 1);
        }
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        isOver(order);
    }

    @Test
    void stockStaysTakenWhileItIsUnknownWhetherTheAuthorisationIsVoided() {
        Impatience.forThisTest();
        PlacedOrder order = authorized();
        shop.payments().cancelUnknown(true);
        assertThat(order.cancel().statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.journal(order.id()).contains("cancel"));
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("committed");
        shop.payments().cancelUnknown(false);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        isOver(order);
    }

    /** What the shop has asked to be captured comes first; what came in is given back. */
    @ParameterizedTest
    @CsvSource({"true, 1, refunded", "false, 0, unpaid"})
    void cancellationWaitsForACaptureThatIsUnderWay(boolean succeeds, int refunds, String paymentStatus) {
        Impatience.forThisTest();
        PlacedOrder order = authorized();
        shop.payments().captureUnknown(true);
        assertThat(capture(order, 700).statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.journal(order.id()).contains("capture"));
        assertThat(order.cancel().statusCode()).isEqualTo(202);
        await().atMost(LONG).until(() -> shop.journal(order.id()).contains("cancel"));
        assertThat(rows.status(order.id())).isEqualTo("cancelling");
        shop.payments().captureSettles(order.id(), succeeds);
        if (succeeds) {
            order.tell();
        }
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.payments().refunds(order.id())).isEqualTo(refunds);
        assertThat(order.read().getString("paymentStatus")).isEqualTo(paymentStatus);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void capturedPartIsRefundedWhenTheOrderIsCancelled() {
        PlacedOrder order = authorized();
        capture(order, 700).then().statusCode(200);
        assertThat(order.cancel().statusCode()).isEqualTo(200);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"-60, authorization_expired", "3600, payment_canceled"})
    void orderWhoseAuthorisationIsGoneIsCancelled(long endsInSeconds, String reason) {
        PlacedOrder order = PlacedOrder.manual(Shopper.guest(), 1000, 2);
        shop.payments().capture(order.id());
        shop.payments().grantEnds(order.id(), Instant.now().plusSeconds(endsInSeconds));
        order.tell();
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        shop.payments().cancelAtStripe(order.id());
        order.tell();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("cancelReason")).isEqualTo(reason);
        isOver(order);
    }

    @Test
    void captureOfAnAuthorisationThatIsGoneEndsTheOrder() {
        PlacedOrder order = authorized();
        shop.payments().cancelAtStripe(order.id());
        Response answer = capture(order, 700);
        // The order is on its way out, or out, when the answer is given.
        assertThat(answer.statusCode()).as(answer.asString()).isIn(202, 409);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().captures(order.id())).isZero();
        isOver(order);
    }

    /** The clock has asked for the end of the order when the shopper authorises it: nothing was taken, so nothing need go ahead. */
    @Test
    void authorisationThatComesWhileAnExpiryIsUnderWayIsVoided() {
        PlacedOrder order = PlacedOrder.manual(Shopper.guest(), 1000, 2);
        shop.payments().cancelUnknown(true);
        rows.change("update orders set expires_at = now() - interval '1 s' where id = ?", order.id());
        rows.due("expire-order", order.id());
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelling"));
        order.pay();
        shop.payments().cancelUnknown(false);
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(order.read().getString("cancelReason")).isEqualTo("expired");
        isOver(order);
        order.shopper().put(order.cart(), order.sku(), 1).then().statusCode(200);
    }

    private void isOver(PlacedOrder order) {
        assertThat(shop.payments().status(order.id())).isEqualTo("canceled");
        assertThat(shop.payments().refunds(order.id())).isZero();
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("returned");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(shop.catalog().reserved(order.sku())).isZero();
    }

    private PlacedOrder authorized() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 2);
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        return order;
    }
}
