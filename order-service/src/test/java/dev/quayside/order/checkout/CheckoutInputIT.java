package dev.quayside.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class CheckoutInputIT {
    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.guest();

    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "email | null | 422 | email",
                "email | nobody | 422 | email",
                "email | '' | 422 | email",
                "shippingMethod | drone | 422 | shippingMethod",
                "shippingMethod | null | 422 | shippingMethod",
                "shippingAddress | null | 422 | shippingAddress",
                "shippingAddress.name | ' ' | 422 | shippingAddress.name",
                "shippingAddress.line1 | null | 422 | shippingAddress.line1",
                "shippingAddress.city | null | 422 | shippingAddress.city",
                "shippingAddress.postalCode | 123456789012345678901 | 422 | shippingAddress.postalCode",
                "shippingAddress.country | null | 422 | shippingAddress.country",
                "shippingAddress.country | DEU | 422 | shippingAddress.country",
                "shippingAddress.country | de | 422 | shippingAddress.country",
                "shippingAddress.country | XX | 422 | shippingAddress.country",
                "shippingAddress.planet | Mars | 400 | ",
                "expectedTotal | null | 422 | expectedTotal",
                "expectedTotal.currency | USD | 422 | expectedTotal.currency",
                "expectedTotal.currency | ABC | 400 | ",
                "expectedTotal.amount | '1799' | 400 | ",
                "discount | 100 | 400 | ",
                "paymentMethodId | 'a b' | 422 | paymentMethodId",
                "paymentMethodId | '' | 422 | paymentMethodId",
                "savePaymentMethod | 'yes' | 400 | ",
            })
    void badBodiesAreRefusedAndNothingIsWritten(
            String path, @Nullable String value, int status, @Nullable String field) {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        String body = spoiled(Shopper.checkoutBody(Shopper.total(1000)), path, value);
        Response answer = post(cart, Shopper.key(), body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
        }
        assertThat(shop.catalog().reserved(sku)).isZero();
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isZero();
    }

    @Test
    void negativeExpectationIsRefused() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        assertThat(shopper.checkout(cart, Shopper.key(), -1).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "has space", "%C3%BC"})
    void guestsKeyIsAUuid(String key) {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        assertThat(shopper.checkout(cart, key, Shopper.total(1000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void keyIsRequired() {
        String cart = shopper.cartWith(shop.catalog().product(1000, 5), 1);
        Response answer = shopper.request()
                .body(Shopper.checkoutBody(Shopper.total(1000)))
                .post("/v1/carts/" + cart + "/checkout");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency_key_required");
    }

    @Test
    void emptyCartIsNotBought() {
        String sku = shop.catalog().product(1000, 5);
        String cart = shopper.cartWith(sku, 1);
        shopper.request().delete("/v1/carts/" + cart + "/items/" + sku);
        Response answer = shopper.checkout(cart, Shopper.key(), 0);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("cart_empty");
    }

    @Test
    void totalThatStripeDoesNotTakeIsNotBought() {
        String cart = shopper.cartWith(shop.catalog().product(99_999_999, 5), 1);
        Response answer = shopper.checkout(cart, Shopper.key(), Shopper.total(99_999_999));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("amount_too_large");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "165, 198"})
    void totalBelowWhatStripeChargesIsNotBought(long price, long total) {
        String sku = shop.catalog().product(1000, 5);
        shop.catalog().price(sku, "PLN", price);
        String cart = shopper.request()
                .body(Map.of("currency", "PLN"))
                .post("/v1/carts")
                .path("data.id");
        shopper.put(cart, sku, 1).then().statusCode(200);
        Map<String, Object> body = Shopper.checkoutBody(total);
        body.put("expectedTotal", Map.of("amount", total, "currency", "PLN"));
        Response answer = post(cart, Shopper.key(), body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("amount_too_small");
        assertThat(shop.catalog().reserved(sku)).isZero();
    }

    private Response post(String cart, String key, Object body) {
        return shopper.request().header("Idempotency-Key", key).body(body).post("/v1/carts/" + cart + "/checkout");
    }

    private static String spoiled(Map<String, Object> body, String path, @Nullable String value) {
        ObjectNode root = new ObjectMapper().valueToTree(body);
        int dot = path.indexOf('.');
        ObjectNode holder = dot < 0 ? root : (ObjectNode) root.get(path.substring(0, dot));
        holder.put(path.substring(dot + 1), value);
        return root.toString();
    }
}
