package dev.quayside.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CheckoutIT {
    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.guest();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Test
    void checkoutHoldsStockOpensThePaymentAndAnswersTheOrder() {
        String sku = shop.catalog().product(1999, 5);
        String cart = shopper.cartWith(sku, 2);
        JsonPath order = shopper.placed(cart, Shopper.total(3998));
        String id = order.getString("data.id");
        assertThat(order.getString("data.status")).isEqualTo("awaiting_payment");
        assertThat(order.getString("data.paymentStatus")).isEqualTo("unpaid");
        assertThat(order.getString("data.number")).matches("Q-\\d{6}");
        assertThat(order.getLong("data.totals.total.amount")).isEqualTo(5396);
        assertThat(order.getLong("data.totals.subtotal.amount")).isEqualTo(3998);
        assertThat(order.getLong("data.totals.shipping.amount")).isEqualTo(499);
        assertThat(order.getLong("data.totals.tax.amount")).isEqualTo(899);
        assertThat(order.getString("data.items[0].sku")).isEqualTo(sku);
        assertThat(order.getLong("data.items[0].lineTotal.amount")).isEqualTo(3998);
        assertThat(order.getString("data.orderToken")).hasSizeGreaterThan(40);
        assertThat(order.getString("data.payment.status")).isEqualTo("open");
        assertThat(order.getString("data.payment.clientSecret")).startsWith("pi_" + id);
        assertThat(order.getString("data.payment.publishableKey")).isEqualTo("pk_test_1");
        assertThat(shop.catalog().reserved(sku)).isEqualTo(2);
        assertThat(shop.journal(id)).containsExactly("hold", "open");
    }

    @Test
    void anotherTotalIsRefusedWithTheChangesAndHoldsNothing() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        shop.catalog().price(sku, "EUR", 1100);
        Response answer = shopper.checkout(cart, Shopper.key(), Shopper.total(1000));
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonPath problem = answer.jsonPath();
        assertThat(problem.getString("code")).isEqualTo("cart_changed");
        assertThat(problem.<String>getList("changes.path"))
                .containsExactly("items." + sku + ".unitPrice", "totals.total");
        assertThat(problem.getLong("changes[1].old.amount")).isEqualTo(Shopper.total(1000));
        assertThat(problem.getLong("changes[1].new.amount")).isEqualTo(Shopper.total(1100));
        assertThat(shop.catalog().reserved(sku)).isZero();
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isZero();
    }

    @Test
    void lineThatIsNoLongerSoldIsAChangeEvenAtTheTotalWithoutIt() {
        String kept = shop.catalog().product(1000, 5);
        String gone = shop.catalog().product(500, 5);
        String cart = shopper.cartWith(kept, 1);
        shopper.put(cart, gone, 1).then().statusCode(200);
        shop.catalog().withdraw(gone);
        Response answer = shopper.checkout(cart, Shopper.key(), Shopper.total(1000));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().<String>getList("changes.path")).containsExactly("items." + gone, "totals.total");
        assertThat(answer.jsonPath().getString("changes[0].code")).isEqualTo("unknown_sku");
    }

    @Test
    void shortageAbandonsTheOrderReleasesAndOpensTheCartAgain() {
        String sku = shop.catalog().product(1000, 1);
        String cart = shopper.cartWith(sku, 2);
        Response answer = shopper.checkout(cart, Shopper.key(), Shopper.total(2000));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("insufficient_stock");
        assertThat(answer.jsonPath().<Map<String, Integer>>get("available")).isEqualTo(Map.of(sku, 1));
        assertThat(rows.text("select status from orders where cart_id = ?", cart))
                .isEqualTo("abandoned");
        shopper.put(cart, sku, 1).then().statusCode(200);
        shopper.placed(cart, Shopper.total(1000));
    }

    @Test
    void shortageIsTheKeysAnswerFromThenOn() {
        String sku = shop.catalog().product(1000, 1);
        String cart = shopper.cartWith(sku, 2);
        String key = Shopper.key();
        shopper.checkout(cart, key, Shopper.total(2000)).then().statusCode(409);
        shop.catalog().stock(sku, 10);
        Response again = shopper.checkout(cart, key, Shopper.total(2000));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().<Map<String, Integer>>get("available")).isEqualTo(Map.of(sku, 1));
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isEqualTo(1);
        shopper.placed(cart, Shopper.total(2000));
    }

    @Test
    void sameKeyAfterACancellationBuysNothingAgain() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        String key = Shopper.key();
        JsonPath first = shopper.checkout(cart, key, Shopper.total(1000)).jsonPath();
        String id = first.getString("data.id");
        shopper.cancel(id, first.getString("data.orderToken")).then().statusCode(200);
        Response again = shopper.checkout(cart, key, Shopper.total(1000));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("data.id")).isEqualTo(id);
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isEqualTo(1);
        assertThat(shop.catalog().reserved(sku)).isZero();
    }

    @Test
    void replayGivesTheFirstAnswerWithItsSecretsRebuilt() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        String key = Shopper.key();
        Response first = shopper.checkout(cart, key, Shopper.total(1000));
        Response again = shopper.checkout(cart, key, Shopper.total(1000));
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().<Object>get("data"))
                .isEqualTo(first.jsonPath().get("data"));
        String stored = rows.text(
                "select body from idempotency_keys where subject = ?",
                first.jsonPath().getString("data.id"));
        assertThat(stored)
                .contains("awaiting_payment")
                .doesNotContain("secret", first.jsonPath().getString("data.orderToken"));
    }

    @Test
    void sameKeyWithAnotherBodyIsRefused() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        String key = Shopper.key();
        shopper.checkout(cart, key, Shopper.total(1000)).then().statusCode(201);
        Response other = shopper.checkout(cart, key, Shopper.total(1000) + 1);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void secondCheckoutOfTheSameCartIsTheSameOrder() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        JsonPath first = shopper.placed(cart, Shopper.total(1000));
        JsonPath second = shopper.placed(cart, Shopper.total(1000));
        assertThat(second.<Object>get("data")).isEqualTo(first.<Object>get("data"));
        Response dearer = shopper.checkout(cart, Shopper.key(), Shopper.total(1000) + 1);
        assertThat(dearer.statusCode()).isEqualTo(409);
        assertThat(dearer.jsonPath().<List<Object>>get("changes")).hasSize(1);
    }
}
