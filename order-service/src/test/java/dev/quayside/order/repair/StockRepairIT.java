package dev.quayside.order.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order does again what it owes to the stock, whatever has come of the first time. */
@OrderServiceTest
class StockRepairIT {
    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @Test
    void theHeldStockOfAPaidOrderIsTaken() {
        PlacedOrder order = paid();
        shop.catalog().pretend(order.id(), "held");
        repair(order.id()).then().statusCode(202).body("data.owed", equalTo("take"));
        awaitStock(order.id(), "committed");
        // Again, and nothing is taken twice.
        repair(order.id()).then().statusCode(202);
        await().until(() -> steps(order.id()) == 0);
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("committed");
    }

    @Test
    void theStockOfACancelledOrderIsReleasedOrReturned() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.cancel().then().statusCode(200);
        for (String state : List.of("held", "committed")) {
            shop.catalog().pretend(order.id(), state);
            repair(order.id()).then().statusCode(202).body("data.owed", equalTo("give_back"));
            awaitStock(order.id(), state.equals("held") ? "released" : "returned");
        }
    }

    @Test
    void stockThatIsHeldForNoOrderIsReleasedAndTakenStockIsLeft() {
        String orphan = shop.catalog().orphan();
        repair(orphan).then().statusCode(202).body("data.owed", equalTo("release"));
        awaitStock(orphan, "released");
        shop.catalog().pretend(orphan, "committed");
        repair(orphan).then().statusCode(202);
        await().until(() -> steps(orphan) == 0);
        assertThat(shop.catalog().reservation(orphan)).isEqualTo("committed");
        shop.catalog().forget(orphan);
    }

    @Test
    void unitsThatARefundOwesComeBackOnce() {
        PlacedOrder order = paid();
        String refund = Refunding.refunded(order, Refunding.with(Refunding.items(order.sku(), 1), "restock", true))
                .getString("id");
        await().until(() -> !rows.text("select restocked_at from refunds where id = ?", refund)
                .equals("null"));
        int onHand = shop.catalog().onHand(order.sku());
        shop.catalog().forgetReturn(refund);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(onHand - 1);
        repair(order.id()).then().statusCode(202);
        await().until(() -> shop.catalog().onHand(order.sku()) == onHand);
        repair(order.id()).then().statusCode(202);
        await().until(() -> steps(order.id()) == 0);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(onHand);
    }

    @Test
    void anOrderOnItsWayOwesNothing() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        repair(order.id()).then().statusCode(409).body("code", equalTo("wrong_order_state"));
        assertThat(shop.catalog().reservation(order.id())).isEqualTo("held");
        repair("not-an-id").then().statusCode(404);
    }

    private PlacedOrder paid() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        awaitStock(order.id(), "committed");
        return order;
    }

    private static Response repair(String orderId) {
        return given().auth()
                .oauth2(Tokens.service("orders:repair"))
                .post("/internal/v1/order-repairs/" + orderId + "/stock");
    }

    private void awaitStock(String orderId, String status) {
        await().until(() -> shop.catalog().reservation(orderId).equals(status));
    }

    private long steps(String orderId) {
        return rows.count(
                "select count(*) from scheduled_tasks where task_name = 'repair-stock' and task_instance = cast(cast(? as uuid) as text)",
                orderId);
    }
}
