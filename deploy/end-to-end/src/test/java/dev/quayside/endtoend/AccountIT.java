package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A customer's account from the first purchase as a guest to its end. */
@EndToEnd
class AccountIT {
    private final String email = UUID.randomUUID() + "@example.com";
    private final Mailbox mailbox = new Mailbox(email);

    @AfterAll
    static void nothingWasBroken() {
        Admin.awaitCleanAudit();
    }

    @Test
    void whatWasBoughtAsAGuestIsTheCustomersOnceTheAddressIsVerified() {
        Buyer buyer = Buyer.with(Admin.product(5), 1).as(email.toUpperCase(java.util.Locale.ROOT));
        Buyer.Order order = buyer.order();
        order.pay("pm_card_visa");
        order.awaitPaid();
        Customer ada = Customer.register(email);
        ada.request().get("/v1/orders").then().statusCode(200).body("data", hasSize(0));
        ada.request().get("/v1/orders/{id}", order.id()).then().statusCode(404);
        post("/v1/auth/email/verify", Map.of("token", mailbox.token("verify-email")));
        await().untilAsserted(() -> ada.request().get("/v1/orders").then().body("data.id", contains(order.id())));
        order.read().then().statusCode(200).body("data.customerId", equalTo(ada.id()));
    }

    @Test
    void aForgottenPasswordIsResetByMailAndOldSignInsEnd() {
        Customer ada = Customer.register(email);
        Http.shop()
                .body(Map.of("email", email))
                .post("/v1/auth/password/forgot")
                .then()
                .statusCode(202);
        post("/v1/auth/password/reset", Map.of("token", mailbox.token("reset-password"), "password", "another one"));
        Http.shop()
                .body(Map.of("refreshToken", ada.refreshToken()))
                .post("/v1/auth/refresh")
                .then()
                .statusCode(401);
        // Its access token is good by itself for minutes.
        await().untilAsserted(() -> ada.request().get("/v1/orders").then().statusCode(401));
        login(Customer.PASSWORD).then().statusCode(401);
        login("another one").then().statusCode(200).body("data.customer.emailVerified", equalTo(true));
    }

    @Test
    void anErasedCustomerLeavesOrdersWithoutAPerson() {
        String sku = Admin.product(5);
        Buyer.Order asGuest = Buyer.with(sku, 1).as(email).order();
        asGuest.pay("pm_card_visa");
        asGuest.awaitPaid();
        Customer ada = Customer.register(email);
        post("/v1/auth/email/verify", Map.of("token", mailbox.token("verify-email")));
        String unpaid = ada.buys(sku);
        export(ada, asGuest.id(), unpaid);
        String product = review(ada, sku);
        delete(ada).then().statusCode(409).body("code", equalTo("orders_in_progress"));
        ada.request().post("/v1/orders/{id}/cancel", unpaid).then().statusCode(200);
        delete(ada).then().statusCode(204);
        mailbox.mail("account-deleted");
        login(Customer.PASSWORD).then().statusCode(401);
        for (String order : new String[] {asGuest.id(), unpaid}) {
            JsonPath left = Http.admin()
                    .get("/v1/admin/orders/{id}", order)
                    .then()
                    .statusCode(200)
                    .body("data.shippingAddress.country", equalTo("DE"))
                    .extract()
                    .jsonPath();
            assertThat(left.getLong("data.totals.total.amount")).isPositive();
            assertThat(left.prettify()).doesNotContain(email, "Ada", "Quay", "Hamburg", ada.id());
        }
        Http.shop()
                .get("/v1/products/{id}/reviews", product)
                .then()
                .statusCode(200)
                .body("data.rating", contains(4))
                .body("data[0]", not(hasKey("author")))
                .body("summary.average", equalTo(4.0f));
    }

    /** Who has bought a product reviews it, and nobody else; the product's id. */
    private static String review(Customer buyer, String sku) {
        String product = Http.admin().get("/v1/admin/products?sku={sku}", sku).path("data[0].id");
        Map<String, ?> said = Map.of("rating", 4, "author", "Ada L.");
        String mine = "/v1/products/{id}/reviews/mine";
        Customer stranger = Customer.register();
        stranger.request().body(said).put(mine, product).then().statusCode(403).body("code", equalTo("not_a_buyer"));
        String review = buyer.request()
                .body(said)
                .put(mine, product)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        Http.admin()
                .header("If-Match", "*")
                .post("/v1/admin/reviews/{id}/approve", review)
                .then()
                .statusCode(200);
        stranger.request().put("/v1/reviews/{id}/helpful", review).then().body("data.helpful", equalTo(1));
        buyer.request().get("/v1/customers/me/export").then().body("data.reviews.id", contains(review));
        Http.shop().get("/v1/products/{id}", product).then().body("data.rating.count", equalTo(1));
        return product;
    }

    private static void export(Customer ada, String... orders) {
        await().untilAsserted(() -> ada.request()
                .get("/v1/customers/me/export")
                .then()
                .statusCode(200)
                .body("data.orders.id", containsInAnyOrder(orders))
                .body("data.customer.email", equalTo(ada.email())));
    }

    private static Response delete(Customer customer) {
        return customer.request()
                .body(Map.of("currentPassword", Customer.PASSWORD))
                .delete("/v1/customers/me");
    }

    private Response login(String password) {
        return Http.shop().body(Map.of("email", email, "password", password)).post("/v1/auth/login");
    }

    private static void post(String path, Map<String, String> body) {
        Http.shop().body(body).post(path).then().statusCode(204);
    }
}
