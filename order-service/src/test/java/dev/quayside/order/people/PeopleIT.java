package dev.quayside.order.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class PeopleIT {
    @Inject
    Rows rows;

    @Test
    void aGuestsOrdersAndTheirCartsJoinTheCustomerWhateverTheCaseOfTheAddress() {
        String email = "ada." + UUID.randomUUID() + "@example.com";
        Shopper ada = Shopper.customer();
        PlacedOrder order = guestOrder(email.toUpperCase(java.util.Locale.ROOT));
        PlacedOrder strangers = guestOrder("other." + email);
        join(ada, email).then().statusCode(200).body("data.orders", equalTo(1)).body("data.carts", equalTo(1));
        join(ada, email).then().statusCode(200).body("data.orders", equalTo(0)).body("data.carts", equalTo(0));
        assertThat(owner(order)).isEqualTo(id(ada));
        assertThat(owner(strangers)).isEqualTo("null");
        ada.request().get("/v1/orders/" + order.id()).then().statusCode(200);
        ada.request().get("/v1/carts/" + order.cart()).then().statusCode(200);
        order.shopper().request().get("/v1/carts/" + order.cart()).then().statusCode(404);
        assertThat(order.read().getString("status"))
                .as("the guest's token is still good")
                .isEqualTo("awaiting_payment");
    }

    @Test
    void whatHasAnOwnerStaysThatOwners() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        String email = setEmail(order);
        join(Shopper.customer(), email).then().statusCode(200).body("data.orders", equalTo(0));
        assertThat(owner(order)).isEqualTo(id(order.shopper()));
    }

    @Test
    void twoAccountsThatClaimOneAddressDoNotShareAnOrder() {
        String email = "ada." + UUID.randomUUID() + "@example.com";
        guestOrder(email);
        List<Integer> joined =
                Together.run(4, i -> join(Shopper.customer(), email).path("data.orders"));
        assertThat(joined).containsExactlyInAnyOrder(1, 0, 0, 0);
    }

    @Test
    void anOrderThatIsJoinedIsPaidAndCancelledAsBefore() {
        String email = "ada." + UUID.randomUUID() + "@example.com";
        PlacedOrder paid = guestOrder(email);
        PlacedOrder cancelled = guestOrder(email);
        join(Shopper.customer(), email);
        paid.pay();
        cancelled.cancel().then().statusCode(200);
        assertThat(rows.status(paid.id())).isEqualTo("confirmed");
        assertThat(rows.status(cancelled.id())).isEqualTo("cancelled");
    }

    @Test
    void anErasedOrderKeepsItsMoneyAndItsCountryAndLosesThePerson() {
        Shopper ada = Shopper.customer();
        PlacedOrder order = PlacedOrder.by(ada, 1000, 2);
        order.pay();
        String open = ada.cartWith(order.sku(), 1);
        erase(ada).then().statusCode(200).body("data.orders", equalTo(1)).body("data.carts", equalTo(2));
        JsonPath left = order.read();
        assertThat(left.getLong("totals.total.amount")).isEqualTo(order.total());
        assertThat(left.getString("shippingAddress.country")).isEqualTo("DE");
        assertThat(left.getList("items")).hasSize(1);
        assertThat(rows.text("select o::text from orders o where id = ?", order.id()))
                .doesNotContain("Ada", "example.com", "Quay", "Hamburg", "20457", id(ada));
        assertThat(rows.count("select count(*) from idempotency_keys where subject = ?", order.id()))
                .isZero();
        assertThat(rows.count("select count(*) from carts where customer_id = ?", id(ada)))
                .isZero();
        ada.request().get("/v1/carts/" + open).then().statusCode(404);
        ada.request().get("/v1/orders").then().body("data.size()", equalTo(0));
        erase(ada).then().statusCode(200).body("data.orders", equalTo(0));
    }

    @Test
    void anErasedOrderCanStillBeCancelledByTheShop() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        erase(order.shopper()).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.staff("orders:write"))
                .contentType(ContentType.JSON)
                .post("/v1/admin/orders/" + order.id() + "/cancel")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("cancelled"));
        assertThat(FakeShop.get().catalog().reservation(order.id())).isEqualTo("returned");
    }

    @Test
    void whileAnOrderCanStillBePaidNothingIsErased() {
        Shopper ada = Shopper.customer();
        PlacedOrder done = PlacedOrder.by(ada, 1000, 1);
        done.pay();
        PlacedOrder open = PlacedOrder.by(ada, 1000, 1);
        assertThat(inProgress(ada)).isEqualTo(1);
        erase(ada).then().statusCode(409).body("code", equalTo("orders_in_progress"));
        assertThat(owner(done)).isEqualTo(id(ada));
        open.cancel().then().statusCode(200);
        assertThat(inProgress(ada)).isZero();
        erase(ada).then().statusCode(200).body("data.orders", equalTo(2));
    }

    /** The erasure has to wait for who holds the order's row, and then to see what became of it. */
    @Test
    void anOrderThatIsBeingChangedIsWaitedFor() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        java.util.concurrent.CompletableFuture<Integer> erasing = new java.util.concurrent.CompletableFuture<>();
        rows.locked(order.id(), () -> {
            erasing.completeAsync(() -> erase(order.shopper()).statusCode());
            org.awaitility.Awaitility.await().until(() -> rows.waiting() >= 1);
            assertThat(erasing).isNotDone();
        });
        assertThat(erasing.join()).isEqualTo(200);
        assertThat(owner(order)).isEqualTo("null");
    }

    @Test
    void theExportHoldsEveryOrderAndCartPageByPage() {
        Shopper ada = Shopper.customer();
        PlacedOrder order = PlacedOrder.by(ada, 1000, 1);
        String open = ada.cartWith(order.sku(), 1);
        List<String> orders = new ArrayList<>();
        List<String> carts = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = export(ada, next).then().statusCode(200).extract().jsonPath();
            page.getList("data.findAll { it.order != null }.order.id", String.class)
                    .forEach(orders::add);
            page.getList("data.findAll { it.cart != null }.cart.id", String.class)
                    .forEach(carts::add);
            next = page.getString("page.next");
        } while (next != null);
        assertThat(orders).containsExactly(order.id());
        assertThat(carts).containsExactlyInAnyOrder(order.cart(), open);
    }

    @Test
    void whatIsNotARequestIsRefusedWithAWord() {
        Shopper ada = Shopper.customer();
        export(ada, "x").then().statusCode(400).body("code", equalTo("invalid_parameter"));
        put(ada, Map.of()).then().statusCode(422).body("errors[0].field", equalTo("email"));
        put(ada, Map.of("email", "x".repeat(255))).then().statusCode(422);
        put(ada, Map.of("email", 4)).then().statusCode(400);
        put(ada, Map.of("email", "a@example.com", "all", true)).then().statusCode(400);
        put(ada, "{").then().statusCode(400);
        service().get("/internal/v1/people/nobody/erasure").then().statusCode(404);
    }

    private PlacedOrder guestOrder(String email) {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 1);
        rows.change("update orders set email = ? where id = ?", email, order.id());
        return order;
    }

    private String setEmail(PlacedOrder order) {
        String email = "ada." + UUID.randomUUID() + "@example.com";
        rows.change("update orders set email = ? where id = ?", email, order.id());
        return email;
    }

    private String owner(PlacedOrder order) {
        return rows.text("select customer_id from orders where id = ?", order.id());
    }

    private static Response join(Shopper customer, String email) {
        return put(customer, Map.of("email", email));
    }

    private static Response put(Shopper customer, Object body) {
        return service().body(body).put(path(customer) + "/orders");
    }

    private static Response erase(Shopper customer) {
        return service().post(path(customer) + "/erasure");
    }

    private static int inProgress(Shopper customer) {
        return service().get(path(customer) + "/erasure").path("data.ordersInProgress");
    }

    private static Response export(Shopper customer, @Nullable String after) {
        return service().get(path(customer) + "/export" + (after == null ? "" : "?after=" + after));
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(Tokens.service("people:write")).contentType(ContentType.JSON);
    }

    private static String path(Shopper customer) {
        return "/internal/v1/people/" + id(customer);
    }

    private static String id(Shopper customer) {
        return Objects.requireNonNull(customer.id()).toString();
    }
}
