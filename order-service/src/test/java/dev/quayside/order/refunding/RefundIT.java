package dev.quayside.order.refunding;

import static dev.quayside.order.testing.Refunding.amount;
import static dev.quayside.order.testing.Refunding.items;
import static dev.quayside.order.testing.Refunding.read;
import static dev.quayside.order.testing.Refunding.refund;
import static dev.quayside.order.testing.Refunding.refunded;
import static dev.quayside.order.testing.Refunding.staff;
import static dev.quayside.order.testing.Refunding.with;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class RefundIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
        shop.payments().refundsEnd("succeeded");
    }

    @Test
    void amountIsRefundedAndRead() {
        PlacedOrder order = paid(2);
        Response answer =
                refund(order, with(with(amount(700), "reason", "duplicate"), "note", "twice by accident\nsaid Ada"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath refund = answer.jsonPath().setRootPath("data");
        String id = refund.getString("id");
        assertThat(answer.header("Location")).endsWith("/v1/admin/orders/" + order.id() + "/refunds/" + id);
        assertThat(refund.getString("orderId")).isEqualTo(order.id());
        assertThat(refund.<Object>get("amount")).isEqualTo(Map.of("amount", 700, "currency", "EUR"));
        assertThat(refund.getList("items")).isEmpty();
        assertThat(refund.getBoolean("includeShipping")).isFalse();
        assertThat(refund.getBoolean("restock")).isFalse();
        assertThat(refund.getString("status")).isEqualTo("succeeded");
        assertThat(refund.getString("reason")).isEqualTo("duplicate");
        assertThat(refund.getString("note")).isEqualTo("twice by accident\nsaid Ada");
        assertThat(refund.getString("failureReason")).isNull();
        assertThat(read(order.id(), id).<Object>get("")).isEqualTo(refund.get(""));
        assertThat(shop.payments().refundOf(order.id(), id)).isEqualTo(700);
        assertThat(order.read().getString("paymentStatus")).isEqualTo("partially_refunded");
        assertThat(order.read().getString("status")).isEqualTo("confirmed");
    }

    @Test
    void unitByUnitAndShippingOnceIsTheChargeToTheCent() {
        PlacedOrder order = paid(3);
        long sum = 0;
        for (int unit = 1; unit <= 3; unit++) {
            JsonPath refund = refunded(order, with(items(order.sku(), 1), "includeShipping", unit == 2));
            assertThat(refund.getInt("items[0].quantity")).isEqualTo(1);
            assertThat(refund.getLong("items[0].amount.amount")).isEqualTo(1200);
            sum += refund.getLong("amount.amount");
        }
        assertThat(sum).isEqualTo(order.total());
        assertThat(shop.payments().netCaptured(order.id())).isZero();
        assertThat(order.read().getString("paymentStatus")).isEqualTo("refunded");
        Response more = refund(order, items(order.sku(), 1));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.jsonPath().getString("errors[0].code")).isEqualTo("units_exceeded");
        assertThat(refund(order, amount(1)).jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
    }

    @Test
    void restockedUnitsComeBackAfterTheMoney() {
        PlacedOrder order = paid(3);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(6);
        String id =
                refunded(order, with(items(order.sku(), 2), "restock", true)).getString("id");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
        List<String> calls = shop.journal(order.id());
        assertThat(calls.indexOf("refund")).isLessThan(calls.indexOf("returns"));
        refunded(order, items(order.sku(), 1));
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
    }

    @Test
    void refundThatFailsBringsNothingBackAndItsUnitsCanBeRefundedAgain() {
        PlacedOrder order = paid(1);
        shop.payments().refundsEnd("failed");
        JsonPath failed = refunded(order, with(items(order.sku(), 1), "restock", true));
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failureReason")).isEqualTo("expired_or_canceled_card");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
        shop.payments().refundsEnd("succeeded");
        assertThat(refunded(order, items(order.sku(), 1)).getString("status")).isEqualTo("succeeded");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("partially_refunded");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
    }

    @Test
    void refundThatIsRefusedForALimitNeedsNobody() {
        PlacedOrder order = paid(1);
        // The news of it has not come yet.
        shop.payments().refundElsewhere(order.id(), order.total() - 100);
        JsonPath refused = refunded(order, amount(101));
        assertThat(refused.getString("status")).isEqualTo("failed");
        assertThat(refused.getString("failureReason")).isEqualTo("refund_exceeds_captured");
        order.tell();
        assertThat(order.read().getString("paymentStatus")).isEqualTo("partially_refunded");
        Response more = refund(order, amount(101));
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
        assertThat(more.jsonPath().<Object>get("left")).isEqualTo(Map.of("amount", 100, "currency", "EUR"));
        assertThat(refunded(order, amount(100)).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void pendingRefundIsAnsweredAfterAWhileAndFollowedToItsEnd() {
        Impatience.forThisTest();
        PlacedOrder order = paid(1);
        shop.payments().refundsEnd("pending");
        JsonPath pending = refunded(order, with(items(order.sku(), 1), "restock", true));
        assertThat(pending.getString("status")).isEqualTo("pending");
        await().atMost(LONG).until(() -> shop.payments().refunds(order.id()) == 1);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
        Response more = refund(order, amount(order.total() - 1199));
        assertThat(more.jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
        shop.payments().refundSettles(order.id(), true);
        order.tell();
        String id = pending.getString("id");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        assertThat(read(order.id(), id).getString("status")).isEqualTo("succeeded");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
        assertThat(rows.count("select count(*) from refunds where order_id = ?", order.id()))
                .isEqualTo(1);
    }

    @Test
    void refundWhoseMoneyComesBackLaterIsFailed() {
        PlacedOrder order = paid(1);
        String id =
                refunded(order, with(items(order.sku(), 1), "restock", true)).getString("id");
        await().atMost(LONG).until(() -> read(order.id(), id).getString("restockedAt") != null);
        shop.payments().refundReverses(order.id(), id);
        order.tell();
        await().atMost(LONG)
                .until(() -> read(order.id(), id).getString("status").equals("failed"));
        assertThat(order.read().getString("paymentStatus")).isEqualTo("needs_attention");
        Response again = refund(order, with(items(order.sku(), 1), "restock", true));
        assertThat(again.jsonPath().getString("errors[0].code")).isEqualTo("already_restocked");
        assertThat(refunded(order, items(order.sku(), 1)).getString("status")).isEqualTo("succeeded");
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(9);
    }

    @Test
    void sameKeyIsTheFirstAnswerAndOneRefund() {
        PlacedOrder order = paid(1);
        String key = Shopper.key();
        Response first = refund(order.id(), key, amount(500));
        Response again = refund(order.id(), key, amount(500));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other = refund(order.id(), key, amount(501));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
    }

    @Test
    void refusalIsKeptUnderItsKey() {
        PlacedOrder order = paid(1);
        String key = Shopper.key();
        Response refused = refund(order.id(), key, amount(order.total() + 1));
        assertThat(refused.statusCode()).isEqualTo(409);
        Response again = refund(order.id(), key, amount(order.total() + 1));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("code")).isEqualTo("refund_exceeds_paid");
        assertThat(again.jsonPath().getLong("left.amount")).isEqualTo(order.total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "lost"})
    void disputedPaymentIsNotRefunded(String dispute) {
        PlacedOrder order = paid(1);
        shop.payments().dispute(order.id(), dispute);
        order.tell();
        Response refused = refund(order, amount(100));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("payment_disputed");
        shop.payments().dispute(order.id(), "won");
        order.tell();
        assertThat(refunded(order, amount(100)).getString("status")).isEqualTo("succeeded");
    }

    @Test
    void disputeThatWasNotHeardOfYetFailsTheRefund() {
        PlacedOrder order = paid(1);
        shop.payments().dispute(order.id(), "open");
        JsonPath refund = refunded(order, amount(100));
        assertThat(refund.getString("status")).isEqualTo("failed");
        assertThat(refund.getString("failureReason")).isEqualTo("payment_disputed");
        assertThat(order.read().getString("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void onlyAPaidOrderThatGoesOnIsRefunded() {
        PlacedOrder unpaid = PlacedOrder.by(Shopper.guest(), 1000, 1);
        notRefundable(unpaid);
        unpaid.cancel();
        notRefundable(unpaid);
        PlacedOrder cancelled = paid(1);
        cancelled.cancel();
        notRefundable(cancelled);
    }

    @Test
    void listHasAllRefundsOfTheOrderPageByPage() {
        PlacedOrder order = paid(1);
        List<String> made = List.of(
                refunded(order, amount(100)).getString("id"),
                refunded(order, amount(200)).getString("id"),
                refunded(order, amount(300)).getString("id"));
        order.cancel();
        String path = "/v1/admin/orders/" + order.id() + "/refunds";
        JsonPath first = staff(path + "?limit=2&sort=createdAt").jsonPath();
        assertThat(first.<String>getList("data.id")).isEqualTo(made.subList(0, 2));
        JsonPath second = staff(first.getString("page.next")).jsonPath();
        assertThat(second.getString("data[0].id")).isEqualTo(made.get(2));
        assertThat(second.getLong("data[1].amount.amount")).isEqualTo(order.total() - 600);
        assertThat(second.getString("page.next")).isNull();
        JsonPath numbered = staff(path + "?page=1&limit=1").jsonPath();
        assertThat(numbered.getLong("page.total")).isEqualTo(4);
        assertThat(numbered.getString("data[0].id")).isEqualTo(second.getString("data[1].id"));
        assertThat(staff(path + "?status=failed").statusCode()).isEqualTo(400);
    }

    @Test
    void refundOfAnotherOrderIsNotFound() {
        PlacedOrder order = paid(1);
        PlacedOrder other = paid(1);
        String id = refunded(order, amount(100)).getString("id");
        Response hidden = staff("/v1/admin/orders/" + other.id() + "/refunds/" + id);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.jsonPath().getString("code")).isEqualTo("refund_not_found");
        for (String path : List.of("", "/" + id)) {
            Response nowhere = staff("/v1/admin/orders/" + Shopper.key() + "/refunds" + path);
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.jsonPath().getString("code")).isEqualTo("order_not_found");
        }
        Response nobody = refund(Shopper.key(), Shopper.key(), amount(1));
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.jsonPath().getString("code")).isEqualTo("order_not_found");
    }

    @ParameterizedTest
    @Matrix(
            always = {"ANSWER_LOST", "UNAUTHENTICATED"},
            soak = {"REFUSED", "REPEATED", "BARE_NOT_FOUND", "HANGS"})
    void eachFaultOnTheWayIsOvercome(Fault fault) {
        PlacedOrder order = paid(2);
        for (String operation : List.of("refund", "read", "returns")) {
            shop.fail(operation, fault, 1);
        }
        String id =
                refunded(order, with(items(order.sku(), 1), "restock", true)).getString("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> read(order.id(), id).getString("restockedAt") != null);
        assertThat(read(order.id(), id).getString("status")).isEqualTo("succeeded");
        assertThat(shop.payments().refunds(order.id())).isEqualTo(1);
        assertThat(shop.payments().netCaptured(order.id())).isEqualTo(order.total() - 1200);
        assertThat(shop.catalog().onHand(order.sku())).isEqualTo(8);
    }

    private static void notRefundable(PlacedOrder order) {
        Response refused = refund(order, amount(1));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("order_not_refundable");
    }

    private PlacedOrder paid(int quantity) {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, quantity);
        order.pay();
        await().atMost(LONG).until(() -> shop.catalog().reservation(order.id()).equals("committed"));
        return order;
    }
}
