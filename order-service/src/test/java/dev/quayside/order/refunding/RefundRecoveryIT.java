package dev.quayside.order.refunding;

import static dev.quayside.order.testing.Refunding.items;
import static dev.quayside.order.testing.Refunding.read;
import static dev.quayside.order.testing.Refunding.refund;
import static dev.quayside.order.testing.Refunding.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;

/** A refund whose process died between two of its commits ends as if it had not. */
@OrderServiceTest
class RefundRecoveryIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** What the last thing was that was done. */
    enum Died {
        RESERVED,
        PAID,
        SETTLED,
        RESTOCKED,
        NOTED
    }

    /** Who goes on beside the step: the caller, with the key's lease alive or dead. */
    enum By {
        SAME_KEY,
        SAME_KEY_AFTER_ITS_LEASE
    }

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @ParameterizedTest
    @Matrix(
            always = {"RESERVED,SAME_KEY", "PAID,SAME_KEY_AFTER_ITS_LEASE", "RESTOCKED,SAME_KEY_AFTER_ITS_LEASE"},
            soak = {
                "RESERVED,SAME_KEY_AFTER_ITS_LEASE",
                "PAID,SAME_KEY",
                "SETTLED,SAME_KEY",
                "SETTLED,SAME_KEY_AFTER_ITS_LEASE",
                "RESTOCKED,SAME_KEY",
                "NOTED,SAME_KEY",
                "NOTED,SAME_KEY_AFTER_ITS_LEASE"
            })
    void refundEndsTheSameWhereverItDied(Died died, By by) {
        PlacedOrder order = paid();
        String key = Shopper.key();
        Map<String, Object> body = with(with(items(order.sku(), 2), "restock", true), "includeShipping", true);
        String id = refund(order.id(), key, body).path("data.id");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        rewind(order, id, died);

        if (by == By.SAME_KEY_AFTER_ITS_LEASE) {
            rows.change("update idempotency_keys set lease_until = now() - interval '1 s' where subject = ?", id);
        }
        Response again = refund(order.id(), key, body);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("data.id")).isEqualTo(id);
        assertThat(again.jsonPath().getString("data.status")).isEqualTo("succeeded");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        assertThat(read(order.id(), id).getString("status")).isEqualTo("succeeded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.payments().refundOf(order.id(), id)).isEqualTo(order.total() - 1200);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("partially_refunded");
        assertThat(rows.count("select count(*) from refunds where order_id = ?", order.id()))
                .isEqualTo(1);
        assertThat(rows.count("select refunded from orders where id = ?", order.id()))
                .isEqualTo(order.total() - 1200);
    }

    @ParameterizedTest
    @Matrix(always = "PAID", soak = "RESERVED")
    void cancellationThatMeetsAnUnfinishedRefundNetsToZero(Died died) {
        PlacedOrder order = paid();
        String id = refund(order, with(items(order.sku(), 2), "restock", true)).path("data.id");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        rewind(order, id, died);
        rows.unschedule(id);
        order.cancel();
        await().atMost(LONG).until(() -> rows.status(order.id()).equals("cancelled"));
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(shop.payments().refunds(order.id())).isEqualTo(2);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    /** Puts everything back to where it was when the process died, with the step that was owed then. */
    private void rewind(PlacedOrder order, String id, Died died) {
        rows.unschedule(id);
        rows.unschedule(order.id());
        rows.change("update idempotency_keys set status = null, body = null where subject = ?", id);
        boolean settled = died.compareTo(Died.SETTLED) >= 0;
        if (died == Died.RESERVED) {
            shop.payments().forgetRefund(order.id(), id);
        }
        if (died.compareTo(Died.RESTOCKED) < 0) {
            shop.catalog().forgetReturn(id);
        }
        if (!settled) {
            rows.change("update refunds set status = 'pending' where id = ?", id);
            rows.change(
                    "update orders set refunded = 0, refund_status = 'none', payment_status = 'paid',"
                            + " payment_version = payment_version - 1 where id = ?",
                    order.id());
        }
        if (died != Died.NOTED) {
            rows.change("update refunds set restocked_at = null where id = ?", id);
            rows.schedule(settled ? "restock-refund" : "pay-refund", id, Duration.ofMillis(300));
        }
    }

    private PlacedOrder paid() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 3);
        order.pay();
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        return order;
    }
}
