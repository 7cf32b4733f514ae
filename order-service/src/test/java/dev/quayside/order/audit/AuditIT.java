package dev.quayside.order.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.Capturing;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.Impatience;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class AuditIT {
    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Test
    void allNineInvariantsAreListedAndWhatBreaksOneIsNamed() {
        String sku = shop.catalog().product(1000, 5);
        String cart = Shopper.guest().cartWith(sku, 1);
        String id = Shopper.guest().placed(cart, Shopper.total(1000)).getString("data.id");
        JsonPath before = audit();
        assertThat(before.<String>getList("data.invariants.id"))
                .containsExactly("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9");
        assertThat(subjects(before, "I2")).doesNotContain(id);

        shop.catalog().forget(id);
        String orphan = shop.catalog().orphan();
        JsonPath after = audit();
        assertThat(after.getBoolean("data.ok")).isFalse();
        assertThat(subjects(after, "I2")).contains(id, orphan);
        shop.catalog().forget(orphan);
    }

    @Test
    void moneyWithoutAnOrderIsFound() {
        String id = java.util.UUID.randomUUID().toString();
        shop.payments().captureLate(id, 700);
        assertThat(subjects(audit(), "I5")).contains(id);
    }

    @Test
    void orderThatStaysOnItsWayIsFound() {
        String cart = Shopper.guest().cartWith(shop.catalog().product(1000, 5), 1);
        String id = Shopper.guest().placed(cart, Shopper.total(1000)).getString("data.id");
        // The step of the checkout would help it at once.
        rows.unschedule(id);
        rows.change("update orders set status = 'placing' where id = ?", id);
        assertThat(subjects(audit(), "I8")).contains(id);
        rows.change("update orders set status = 'awaiting_payment' where id = ?", id);
        assertThat(subjects(audit(), "I8")).doesNotContain(id);
    }

    @Test
    void captureThatIsUnderWayIsFoundAndOneThatIsDoneIsNot() {
        Impatience.forThisTest();
        PlacedOrder order = PlacedOrder.authorized(Shopper.guest(), 1000, 1);
        assertThat(subjects(audit(), "I3")).doesNotContain(order.id());
        shop.payments().captureUnknown(true);
        String key = Shopper.key();
        Capturing.capture(order.id(), key, Refunding.amount(700)).then().statusCode(202);
        await().until(() -> shop.journal(order.id()).contains("capture"));
        assertThat(subjects(audit(), "I8")).contains(order.id());
        shop.payments().captureUnknown(false);
        shop.payments().captureSettles(order.id(), true);
        order.tell();
        // Another key would be refused: the durable step may have settled the capture by now.
        Capturing.capture(order.id(), key, Refunding.amount(700)).then().statusCode(200);
        JsonPath clean = audit();
        assertThat(subjects(clean, "I8")).doesNotContain(order.id());
        assertThat(subjects(clean, "I3")).doesNotContain(order.id());
    }

    @Test
    void linesThatDoNotAddUpAreFound() {
        String cart = Shopper.guest().cartWith(shop.catalog().product(1000, 5), 1);
        String id = Shopper.guest().placed(cart, Shopper.total(1000)).getString("data.id");
        rows.change("update order_lines set unit_price = 999, line_total = 999 where order_id = ?", id);
        assertThat(subjects(audit(), "I9")).contains(id);
        rows.change("update order_lines set unit_price = 1000, line_total = 1000 where order_id = ?", id);
    }

    @Test
    void refundThatIsOnItsWayIsFoundAndOneThatArrivedIsNot() {
        PlacedOrder order = refundedWhole();
        JsonPath clean = audit();
        for (String invariant : List.of("I2", "I8", "I9")) {
            assertThat(subjects(clean, invariant)).doesNotContain(order.id());
        }
        rows.change("update refunds set restocked_at = null where order_id = ?", order.id());
        assertThat(subjects(audit(), "I8")).contains(order.id());
        rows.change("update refunds set restocked_at = now() where order_id = ?", order.id());
        rows.change("update refunds set status = 'pending', restocked_at = null where order_id = ?", order.id());
        assertThat(subjects(audit(), "I8")).contains(order.id());
        rows.change("update refunds set status = 'succeeded', restocked_at = now() where order_id = ?", order.id());
        assertThat(subjects(audit(), "I8")).doesNotContain(order.id());
    }

    @Test
    void refundsThatDoNotAddUpAreFound() {
        PlacedOrder order = refundedWhole();
        String refund = rows.text("select id from refunds where order_id = ?", order.id());
        breaksAndHeals(
                order,
                "I9",
                "update refund_lines set amount = amount - 1 where refund_id = ?",
                "update refund_lines set amount = amount + 1 where refund_id = ?",
                refund);
        rows.change("update refund_lines set amount = amount - 1 where refund_id = ?", refund);
        breaksAndHeals(
                order,
                "I9",
                "update refunds set amount = amount - 1 where id = ?",
                "update refunds set amount = amount + 1 where id = ?",
                refund);
        rows.change("update refund_lines set amount = amount + 1 where refund_id = ?", refund);
        breaksAndHeals(
                order,
                "I9",
                "update refund_lines set quantity = quantity + 1 where refund_id = ?",
                "update refund_lines set quantity = quantity - 1 where refund_id = ?",
                refund);
    }

    @Test
    void unitsThatAreBackWithoutARefundAreFound() {
        PlacedOrder order = refundedWhole();
        shop.catalog().forgetReturn(rows.text("select id from refunds where order_id = ?", order.id()));
        assertThat(subjects(audit(), "I2")).contains(order.id());
    }

    private void breaksAndHeals(PlacedOrder order, String invariant, String harm, String repair, String refund) {
        rows.change(harm, refund);
        assertThat(subjects(audit(), invariant)).contains(order.id());
        rows.change(repair, refund);
    }

    /** An order all of which was refunded by items and put back. */
    private PlacedOrder refundedWhole() {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        order.pay();
        Map<String, Object> body = Refunding.with(
                Refunding.with(Refunding.items(order.sku(), 2), "restock", true), "includeShipping", true);
        String id = Refunding.refunded(order, body).getString("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Refunding.read(order.id(), id).getString("restockedAt") != null);
        return order;
    }

    @Test
    void serviceThatDoesNotAnswerIsA503() {
        shop.fail("audit-invariants", Fault.REFUSED, 1);
        given().auth()
                .oauth2(Tokens.staff("audit:read"))
                .get("/v1/admin/audit")
                .then()
                .statusCode(503);
    }

    @Test
    void otherServicesReadTheOrdersPageByPage() {
        String cart = Shopper.guest().cartWith(shop.catalog().product(1000, 5), 1);
        String id = Shopper.guest().placed(cart, Shopper.total(1000)).getString("data.id");
        String next = "";
        boolean found = false;
        while (next != null && !found) {
            JsonPath page = given().auth()
                    .oauth2(Tokens.service("audit:read"))
                    .queryParams(next.isEmpty() ? Map.of("limit", 2) : Map.of("limit", 2, "after", next))
                    .get("/internal/v1/audit/orders")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found = page.<String>getList("data.id").contains(id);
            next = page.getString("page.next");
        }
        assertThat(found).isTrue();
    }

    private static JsonPath audit() {
        return given().auth()
                .oauth2(Tokens.staff("audit:read"))
                .get("/v1/admin/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> subjects(JsonPath audit, String invariant) {
        return audit.getList("data.invariants.find { it.id == '" + invariant + "' }.offenders.subject");
    }
}
