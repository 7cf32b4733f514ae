package dev.quayside.order.purchase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class PurchaseIT {
    private static final String OTHER_PRODUCT = UUID.randomUUID().toString();

    @Inject
    Rows rows;

    @Test
    void whatIsPaidWasBoughtByItsBuyerAlone() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        assertThat(bought(order.shopper(), OTHER_PRODUCT, order.sku()))
                .as("unpaid")
                .isFalse();
        order.pay();
        assertThat(bought(order.shopper(), OTHER_PRODUCT, "other", order.sku())).isTrue();
        assertThat(bought(order.shopper(), OTHER_PRODUCT, "other")).isFalse();
        assertThat(bought(order.shopper(), OTHER_PRODUCT)).isFalse();
        assertThat(bought(Shopper.customer(), OTHER_PRODUCT, order.sku())).isFalse();
    }

    @Test
    void whatIsSoldUnderAnotherSkuNowIsKnownByItsProduct() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        String product = rows.text("select product_id from order_lines where order_id = ?", order.id());
        assertThat(bought(order.shopper(), product, "renamed")).isTrue();
    }

    @Test
    void whatIsOnlyAuthorisedIsNotPaid() {
        PlacedOrder order = PlacedOrder.authorized(Shopper.customer(), 1000, 1);
        assertThat(bought(order.shopper(), OTHER_PRODUCT, order.sku())).isFalse();
    }

    @Test
    void whatIsCancelledWasNotBought() {
        PlacedOrder order = PlacedOrder.by(Shopper.customer(), 1000, 1);
        order.pay();
        order.cancel();
        assertThat(rows.status(order.id())).isIn("cancelling", "cancelled");
        assertThat(bought(order.shopper(), OTHER_PRODUCT, order.sku())).isFalse();
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        String id = UUID.randomUUID().toString();
        ask(Map.of("customerId", id, "productId", id)).then().statusCode(422).body("errors[0].field", equalTo("skus"));
        ask(Map.of("customerId", id, "productId", id, "skus", Collections.nCopies(201, "s")))
                .then()
                .statusCode(422);
        ask(Map.of("customerId", id, "productId", id, "skus", List.of("s".repeat(65))))
                .then()
                .statusCode(422);
        ask(Map.of("customerId", "me", "productId", id, "skus", List.of()))
                .then()
                .statusCode(400);
        ask(Map.of("customerId", id, "productId", id, "skus", List.of(), "all", true))
                .then()
                .statusCode(400);
    }

    private static boolean bought(Shopper shopper, String product, String... skus) {
        return ask(Map.of(
                        "customerId",
                        Objects.requireNonNull(shopper.id()),
                        "productId",
                        product,
                        "skus",
                        List.of(skus)))
                .then()
                .statusCode(200)
                .extract()
                .path("data.bought");
    }

    private static Response ask(Map<String, ?> question) {
        return given().auth()
                .oauth2(Tokens.service("sales:read"))
                .contentType(ContentType.JSON)
                .body(question)
                .post("/internal/v1/purchases");
    }
}
