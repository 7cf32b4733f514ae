package dev.quayside.order.capture;

import static dev.quayside.order.testing.Capturing.capture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;

/** A request for a capture whose process died: its key goes on with it. */
@OrderServiceTest
class CaptureRecoveryIT {
    /** What the last thing was that was done. */
    enum Died {
        ASKED,
        CAPTURED,
        LEARNED
    }

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @ParameterizedTest
    @Matrix(
            always = {"ASKED,true", "CAPTURED,false", "LEARNED,true"},
            soak = {"CAPTURED,true", "ASKED,false", "LEARNED,false"})
    void sameKeyGivesTheCaptureWhereverItsRequestDied(Died died, boolean leaseLives) {
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        await().until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        String key = Shopper.key();
        capture(order.id(), key, Refunding.amount(700)).then().statusCode(200);
        rewind(order, died);
        if (!leaseLives) {
            rows.change(
                    "update idempotency_keys set lease_until = now() - interval '1 s' where subject = ?", order.id());
        }
        Response again = capture(order.id(), key, Refunding.amount(700));
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getString("data.paymentStatus")).isEqualTo("paid");
        assertThat(shop.payments().captures(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(700);
    }

    /** Puts everything back to where it was when the process died, with the step that was owed then. */
    private void rewind(PlacedOrder order, Died died) {
        rows.change("update idempotency_keys set status = null, body = null where subject = ?", order.id());
        if (died == Died.ASKED) {
            shop.payments().forgetCapture(order.id());
        }
        if (died != Died.LEARNED) {
            rows.unschedule(order.id());
            rows.change(
                    "update orders set captured = 0, payment_status = 'authorized', payment_state = 'authorized',"
                            + " payment_version = payment_version - 1 where id = ?",
                    order.id());
            rows.schedule("capture-payment", order.id(), Duration.ofMillis(100));
        }
    }
}
