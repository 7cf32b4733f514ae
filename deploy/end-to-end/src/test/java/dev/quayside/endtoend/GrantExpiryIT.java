package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.endtoend.testing.Stripe;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A grant that nobody captured in its seven days. It moves Stripe's clock for good, so nothing runs after it. */
@EndToEnd(capture = Shop.CAPTURED_LATER)
@Order(Integer.MAX_VALUE)
class GrantExpiryIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anOrderThatIsNotCapturedInTimeIsCancelledAndItsStockGoesBack() {
        String sku = Admin.product(3);
        Buyer.Order order = Buyer.with(sku, 2).order();
        order.pay("pm_card_visa").then().statusCode(200);
        order.awaitState(SOON, "confirmed", "authorized");
        Admin.awaitStock(sku, 1, 0);
        Stripe.later(Duration.ofDays(6));
        order.awaitState(SOON, "confirmed", "authorized");
        Stripe.later(Duration.ofDays(1).plusHours(1));
        order.awaitState(SOON, "cancelled", "unpaid");
        Admin.awaitStock(sku, 3, 0);
        assertThat(Stripe.paymentIntent(order.paymentIntent()).getString("status"))
                .isEqualTo("canceled");
        Http.admin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/admin/orders/{id}/capture", order.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("order_not_capturable"));
        Admin.awaitCleanAudit();
    }
}
