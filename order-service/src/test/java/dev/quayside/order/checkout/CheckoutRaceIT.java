package dev.quayside.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CheckoutRaceIT {
    private static final int MANY = 20;

    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.guest();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Test
    void twentyRequestsWithOneKeyMakeOneOrder() {
        String key = Shopper.key();
        oneOrderOfMany(n -> key);
    }

    @Test
    void twentyRequestsWithTwentyKeysMakeOneOrder() {
        oneOrderOfMany(n -> Shopper.key());
    }

    @Test
    void oneOfManyCartsGetsTheLastPiece() {
        String sku = shop.catalog().product(1000, 1);
        List<String> carts = Together.run(8, n -> shopper.cartWith(sku, 1));
        List<Integer> answers = Together.run(
                8,
                n -> shopper.checkout(carts.get(n), Shopper.key(), Shopper.total(1000))
                        .statusCode());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
        assertThat(shop.catalog().reserved(sku)).isEqualTo(1);
    }

    @Test
    void writeDuringTheQuoteIsSeen() {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 1);
        List<Response> answers = Together.run(
                2,
                n -> n == 0 ? shopper.checkout(cart, Shopper.key(), Shopper.total(1000)) : shopper.put(cart, sku, 3));
        if (answers.get(0).statusCode() == 201) {
            assertThat(answers.get(0).jsonPath().getInt("data.items[0].quantity"))
                    .isEqualTo(1);
        } else {
            assertThat(answers.get(0).jsonPath().getString("code")).isEqualTo("cart_changed");
        }
        assertThat(answers.get(1).statusCode()).isIn(200, 409);
    }

    private void oneOrderOfMany(java.util.function.IntFunction<String> keys) {
        String sku = shop.catalog().product(1000, 100);
        String cart = shopper.cartWith(sku, 2);
        List<Response> answers = Together.run(MANY, n -> shopper.checkout(cart, keys.apply(n), Shopper.total(2000)));
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getString("data.id"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.jsonPath().getString("data.payment.clientSecret")))
                .doesNotContainNull();
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isEqualTo(1);
        assertThat(shop.catalog().reserved(sku)).isEqualTo(2);
    }
}
