package dev.quayside.order.cart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class CartIT {
    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.guest();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Test
    void newCartIsEmptyAndCostsNothing() {
        Response answer = shopper.request().body(Map.of("currency", "EUR")).post("/v1/carts");
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonPath cart = answer.jsonPath();
        assertThat(answer.header("Location")).endsWith("/v1/carts/" + cart.getString("data.id"));
        assertThat(UUID.fromString(cart.getString("data.id")).version()).isEqualTo(4);
        assertThat(cart.getList("data.items")).isEmpty();
        assertThat(cart.getString("data.shippingMethod")).isEqualTo("standard");
        assertThat(cart.getDouble("data.taxRate")).isEqualTo(0.2);
        assertThat(cart.getLong("data.totals.total.amount")).isZero();
        assertThat(cart.getString("data.totals.total.currency")).isEqualTo("EUR");
    }

    @Test
    void creationWithAKeyIsRepeatedWithoutAnotherCart() {
        String key = Shopper.key();
        Response first = create(key);
        Response again = create(key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().<Object>get("data"))
                .isEqualTo(first.jsonPath().get("data"));
    }

    @Test
    void linesAreSetReplacedAndRemoved() {
        String one = shop.catalog().product(1000, 5);
        String other = shop.catalog().product(250, 5);
        String cart = shopper.cartWith(one, 1);
        shopper.put(cart, other, 3).then().statusCode(200);
        JsonPath full =
                shopper.put(cart, one, 2).then().statusCode(200).extract().jsonPath();
        assertThat(full.<String>getList("data.items.sku")).containsExactly(one, other);
        assertThat(full.<Integer>getList("data.items.quantity")).containsExactly(2, 3);
        assertThat(full.getLong("data.totals.total.amount")).isEqualTo(Shopper.total(2750));
        JsonPath less = shopper.request()
                .delete("/v1/carts/" + cart + "/items/" + one)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(less.getLong("data.totals.total.amount")).isEqualTo(Shopper.total(750));
        shopper.request().delete("/v1/carts/" + cart + "/items/" + one).then().statusCode(200);
    }

    @Test
    void readShowsThePricesOfNow() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        shop.catalog().price(sku, "EUR", 1500);
        assertThat(read(cart).getLong("data.items[0].unitPrice.amount")).isEqualTo(1500);
    }

    @Test
    void tagOfACartChangesWithItsContentAloneAndSparesTheBody() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        String tag = shopper.request().get("/v1/carts/" + cart).header("ETag");
        assertThat(tag).startsWith("W/");
        shopper.request()
                .header("If-None-Match", tag)
                .get("/v1/carts/" + cart)
                .then()
                .statusCode(304);
        assertThat(shopper.put(cart, sku, 2).header("ETag")).isNotEqualTo(tag);
        Response changed = shopper.request().header("If-None-Match", tag).get("/v1/carts/" + cart);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getInt("data.items[0].quantity")).isEqualTo(2);
    }

    @Test
    void readFallsBackToTheLinesOwnPricesWhenTheCatalogueHangs() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        rows.change("update cart_lines set priced_at = now() - interval '1 hour' where cart_id = ?", cart);
        shop.catalog().price(sku, "EUR", 1500);
        for (Fault fault : List.of(Fault.HANGS, Fault.REFUSED, Fault.UNAUTHENTICATED, Fault.BARE_NOT_FOUND)) {
            shop.fail("quote", fault, 1);
            JsonPath stale = read(cart);
            assertThat(stale.getLong("data.items[0].unitPrice.amount")).isEqualTo(1000);
            assertThat(Instant.parse(stale.getString("data.pricesAsOf")))
                    .isBefore(Instant.now().minus(Duration.ofMinutes(50)));
        }
    }

    @Test
    void writeNeedsTheCatalogue() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        shop.fail("quote", Fault.REFUSED, 1);
        Response answer = shopper.put(cart, sku, 2);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("upstream_unavailable");
    }

    @Test
    void lineThatCannotBeBoughtIsShownAndNotCounted() {
        String kept = shop.catalog().product(1000, 1);
        String gone = shop.catalog().product(500, 5);
        String cart = shopper.cartWith(kept, 2);
        shopper.put(cart, gone, 1).then().statusCode(200);
        shop.catalog().withdraw(gone);
        JsonPath shown = read(cart);
        assertThat(shown.<String>getList("data.items.problem")).containsExactly("insufficient_stock", "unknown_sku");
        assertThat(shown.getLong("data.totals.total.amount")).isEqualTo(Shopper.total(2000));
    }

    @Test
    void skuMustExistAndHaveAPrice() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        String dollars = "USD-" + Shopper.key();
        shop.catalog().price(dollars, "USD", 100);
        assertThat(shopper.put(cart, "NO-SUCH-SKU", 1).jsonPath().getString("code"))
                .isEqualTo("unknown_sku");
        assertThat(shopper.put(cart, dollars, 1).jsonPath().getString("code")).isEqualTo("price_unavailable");
        assertThat(shopper.put(cart, "no%00such%20sku", 1).jsonPath().getString("code"))
                .isEqualTo("unknown_sku");
    }

    @Test
    void hundredLinesAreTheMost() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        for (int line = 2; line <= 100; line++) {
            rows.change(
                    "insert into cart_lines select cart_id, sku || ?, ?, 1, product_id, variant_id, title, options,"
                            + " unit_price, priced_at from cart_lines where cart_id = ? and position = 1",
                    "-" + line,
                    line,
                    cart);
        }
        Response answer = shopper.put(cart, shop.catalog().product(1, 1), 1);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("cart_full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"quantity\": 0} | 422",
                "{\"quantity\": 1000} | 422",
                "{\"quantity\": -1} | 422",
                "{\"quantity\": null} | 422",
                "{} | 422",
                "{\"quantity\": 1.0} | 400",
                "{\"quantity\": \"1\"} | 400",
                "{\"quantity\": 99999999999} | 400",
                "{\"quantity\": 1, \"price\": 1} | 400",
                "{\"quantity\": 1} x | 400",
                "[1] | 400",
                "null | 422",
            })
    void badQuantitiesAreRefused(String body, int status) {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        Response answer = given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/carts/" + cart + "/items/" + shop.catalog().product(1, 1));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(read(cart).getList("data.items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422",
                "{\"currency\": null} | 422",
                "{\"currency\": \"XXX\"} | 422",
                "{\"currency\": \"eur\"} | 422",
                "{\"currency\": \"CHF\"} | 422",
                "{\"currency\": 978} | 400",
                "{\"currency\": \"EUR\", \"id\": 1} | 400",
                "{ | 400",
            })
    void badCartsAreNotMade(String body, int status) {
        Response answer = given().contentType(ContentType.JSON).body(body).post("/v1/carts");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "00000000-0000-4000-8000-000000000000", "%00"})
    void cartThatIsNotThereIsA404(String id) {
        given().get("/v1/carts/" + id).then().statusCode(404);
    }

    @Test
    void customersCartIsNobodyElses() {
        Shopper owner = Shopper.customer();
        String sku = shop.catalog().product(1000, 5);
        String cart = owner.cartWith(sku, 1);
        for (Shopper other : List.of(Shopper.customer(), Shopper.guest())) {
            other.request().get("/v1/carts/" + cart).then().statusCode(404);
            other.put(cart, sku, 2).then().statusCode(404);
            other.request().delete("/v1/carts/" + cart + "/items/" + sku).then().statusCode(404);
            other.checkout(cart, Shopper.key(), Shopper.total(1000)).then().statusCode(404);
        }
        assertThat(owner.request().get("/v1/carts/" + cart).jsonPath().getInt("data.items[0].quantity"))
                .isEqualTo(1);
    }

    @Test
    void cartIsLockedWhileItsOrderLivesAndOpenAgainAfterwards() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        JsonPath order = shopper.placed(cart, Shopper.total(1000));
        Response put = shopper.put(cart, sku, 2);
        assertThat(put.statusCode()).isEqualTo(409);
        assertThat(put.jsonPath().getString("code")).isEqualTo("cart_locked");
        assertThat(read(cart).getString("data.status")).isEqualTo("locked");
        shopper.cancel(order.getString("data.id"), order.getString("data.orderToken"))
                .then()
                .statusCode(200);
        shopper.put(cart, sku, 2).then().statusCode(200);
    }

    @Test
    void noLineIsLostWhenManyAreAddedAtOnce() {
        String cart = shopper.cartWith(shop.catalog().product(1, 1), 1);
        List<Integer> answers = Together.run(
                20, n -> shopper.put(cart, shop.catalog().product(100, 5), 1).statusCode());
        assertThat(answers).containsOnly(200);
        assertThat(read(cart).getList("data.items")).hasSize(21);
        assertThat(rows.count("select count(distinct position) from cart_lines where cart_id = ?", cart))
                .isEqualTo(21);
    }

    private Response create(String key) {
        return shopper.request()
                .header("Idempotency-Key", key)
                .body(Map.of("currency", "EUR"))
                .post("/v1/carts");
    }

    private JsonPath read(String cart) {
        return shopper.request()
                .get("/v1/carts/" + cart)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
