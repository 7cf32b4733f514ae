package dev.quayside.order.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class OrderListIT {
    private final FakeShop shop = FakeShop.get();

    @Inject
    Rows rows;

    @Test
    void ownOrdersAreWalkedByCursorEachOnceWhateverComesMeanwhile() {
        Shopper customer = Shopper.customer();
        List<String> bought = IntStream.range(0, 7)
                .mapToObj(n -> PlacedOrder.by(customer, 1000, 1).id())
                .toList();
        // One instant for several: only the id tells them apart.
        rows.change(
                "update orders set created_at = (select min(created_at) from orders where customer_id = ?)"
                        + " where customer_id = ?",
                String.valueOf(customer.id()),
                String.valueOf(customer.id()));
        List<String> walked = new ArrayList<>();
        String next = "/v1/orders?limit=3";
        while (next != null) {
            JsonPath page = customer.request()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("data.id"));
            next = page.getString("page.next");
            PlacedOrder.by(customer, 1000, 1);
        }
        assertThat(walked).doesNotHaveDuplicates().containsAll(bought);
    }

    @Test
    void listIsFilteredSortedAndNumbered() {
        Shopper customer = Shopper.customer();
        PlacedOrder kept = PlacedOrder.by(customer, 1000, 1);
        PlacedOrder paid = PlacedOrder.by(customer, 1000, 1);
        paid.pay();
        assertThat(ids(customer.request(), "?status=confirmed")).containsExactly(paid.id());
        assertThat(ids(customer.request(), "?status=awaiting_payment,confirmed&sort=createdAt"))
                .containsExactly(kept.id(), paid.id());
        assertThat(ids(customer.request(), "?paymentStatus=paid")).containsExactly(paid.id());
        assertThat(ids(customer.request(), "?createdAt[gte]=2999-01-01T00:00:00Z"))
                .isEmpty();
        JsonPath second = customer.request().get("/v1/orders?page=2&limit=1").jsonPath();
        assertThat(second.<String>getList("data.id")).containsExactly(kept.id());
        assertThat(second.getLong("page.total")).isEqualTo(2);
        assertThat(second.getString("page.next")).isNull();
        assertThat(ids(Shopper.customer().request(), "")).isEmpty();
    }

    @Test
    void staffFindsOrdersOfAllCustomers() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 4200, 1);
        String number = order.read().getString("number");
        RequestSpecification staff = given().auth().oauth2(Tokens.staff("orders:read"));
        JsonPath found = staff.get("/v1/admin/orders?number=" + number).jsonPath();
        assertThat(found.<String>getList("data.id")).containsExactly(order.id());
        assertThat(found.getString("data[0].email")).isEqualTo("ada@example.com");
        Response byTotal =
                given().auth().oauth2(Tokens.staff("orders:read")).get("/v1/admin/orders?sort=-total&limit=100");
        List<Integer> totals = byTotal.jsonPath().getList("data.totals.total.amount");
        assertThat(totals).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Test
    void staffFindsDisputedOrders() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        shop.payments().dispute(order.id(), "open");
        order.tell();
        String path = "/v1/admin/orders?limit=100&disputeStatus=";
        assertThat(Refunding.staff(path + "open,lost").jsonPath().<String>getList("data.id"))
                .contains(order.id());
        assertThat(Refunding.staff(path + "won").jsonPath().<String>getList("data.id"))
                .doesNotContain(order.id());
        assertThat(Refunding.staff(path + "maybe").statusCode()).isEqualTo(400);
        assertThat(order.shopper()
                        .request()
                        .get("/v1/orders?disputeStatus=open")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=lost",
                "?status=",
                "?colour=red",
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?page=101",
                "?page=1&cursor=x",
                "?cursor=x",
                "?sort=email",
                "?createdAt[gte]=yesterday",
                "?createdAt[gte]=+999999999-12-31T23:59:59Z",
                "?createdAt[lt]=-999999999-01-01T00:00:00Z",
                // A cursor of ours but for its key: a time that PostgreSQL cannot hold.
                "?cursor=eyJzb3J0IjoiLWNyZWF0ZWRBdCIsImtleSI6Iis5OTk5OTk5OTktMTItMzFUMjM6NTk6NTlaIiwiaWQiOiIwMWEyMjUzOC1mZjU5LTcyNmUtODFlZi1mMTBmNWRhOTk3NGQifQ",
                "?limit=1&limit=2",
                "?email=a@b.example",
            })
    void whatAListDoesNotKnowIsA400(String query) {
        Response answer = Shopper.customer().request().get("/v1/orders" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid_parameter");
    }

    @Test
    void orderThatNeverCameToBeIsNotInTheCustomersList() {
        Shopper customer = Shopper.customer();
        String sku = shop.catalog().product(1000, 1);
        String cart = customer.cartWith(sku, 2);
        customer.checkout(cart, Shopper.key(), Shopper.total(2000)).then().statusCode(409);
        assertThat(ids(customer.request(), "")).isEmpty();
    }

    private static List<String> ids(RequestSpecification request, String query) {
        return Objects.requireNonNull(request.get("/v1/orders" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.id"));
    }
}
