package dev.quayside.order.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
    void linesThatDoNotAddUpAreFound() {
        String cart = Shopper.guest().cartWith(shop.catalog().product(1000, 5), 1);
        String id = Shopper.guest().placed(cart, Shopper.total(1000)).getString("data.id");
        rows.change("update order_lines set unit_price = 999, line_total = 999 where order_id = ?", id);
        assertThat(subjects(audit(), "I9")).contains(id);
        rows.change("update order_lines set unit_price = 1000, line_total = 1000 where order_id = ?", id);
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
