package dev.quayside.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Together;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.Fault;
import dev.quayside.order.testing.Gate;
import dev.quayside.order.testing.OrderServiceTest;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checking out with a saved card, and saving the card that one pays with. */
@OrderServiceTest
class SavedCardIT {
    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.customer();
    private String card = "";
    private String sku = "";
    private String cart = "";

    @Inject
    Rows rows;

    @BeforeEach
    void fillCart() {
        card = shop.payments().saveCard(shopper.id());
        sku = shop.catalog().product(1000, 5);
        cart = shopper.cartWith(sku, 1);
    }

    @AfterEach
    void heal() {
        shop.heal();
    }

    @Test
    void thePaymentIsOpenedWithTheCardThatTheOrderKeeps() {
        JsonPath order = placed(Map.of("paymentMethodId", card));
        String id = order.getString("data.id");
        assertThat(order.getString("data.payment.clientSecret")).startsWith("pi_" + id);
        assertThat(shop.payments().card(id)).isEqualTo(card + " false");
        assertThat(shop.journal(id)).containsExactly("hold", "open");
        assertThat(shop.journal(String.valueOf(shopper.id()))).containsExactly("method");
        assertThat(rows.text("select payment_method_id from orders where id = ?", id))
                .isEqualTo(card);
        shop.payments().removeCard(card);
        shopper.payment(id, order.getString("data.orderToken")).then().statusCode(200);
        assertThat(shop.payments().capture(id)).isTrue();
    }

    @Test
    void theCardThatPaysIsSavedIfThatIsWanted() {
        String id = placed(Map.of("savePaymentMethod", true)).getString("data.id");
        assertThat(shop.payments().card(id)).isEqualTo("none true");
        assertThat(rows.text("select save_payment_method from orders where id = ?", id))
                .isEqualTo("t");
    }

    @Test
    void withoutAChoiceNothingIsSaid() {
        String id = placed(Map.of("savePaymentMethod", false)).getString("data.id");
        assertThat(shop.payments().card(id)).isEqualTo("none false");
        assertThat(shop.journal(String.valueOf(shopper.id()))).isEmpty();
    }

    @Test
    void aCardThatCannotBeUsedHoldsNoStockAndOpensTheCartAgain() {
        String others = shop.payments().saveCard(UUID.randomUUID());
        String key = Shopper.key();
        Response answer = checkout(key, Map.of("paymentMethodId", others));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("payment_method_not_found");
        String id = rows.text("select id from orders where cart_id = ?", cart);
        assertThat(rows.status(id)).isEqualTo("abandoned");
        assertThat(shop.journal(id)).doesNotContain("hold", "open");
        assertThat(shop.catalog().reserved(sku)).isZero();
        Response again = checkout(key, Map.of("paymentMethodId", others));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isEqualTo(1);
        shopper.put(cart, sku, 2).then().statusCode(200);
        shopper.put(cart, sku, 1).then().statusCode(200);
        placed(Map.of("paymentMethodId", card));
    }

    @Test
    void aCardThatIsRemovedBeforeThePaymentIsOpenIsLeftOut() {
        Gate gate = shop.close("open");
        List<Response> answers = Together.run(2, n -> {
            if (n == 0) {
                return checkout(Shopper.key(), Map.of("paymentMethodId", card));
            }
            await().until(() -> gate.arrived() > 0);
            shop.payments().removeCard(card);
            gate.open();
            return shopper.request().get("/v1/carts/" + cart);
        });
        JsonPath order = answers.get(0).then().statusCode(201).extract().jsonPath();
        String id = order.getString("data.id");
        assertThat(order.getString("data.payment.clientSecret")).startsWith("pi_" + id);
        assertThat(shop.payments().card(id)).isEqualTo("none false");
        assertThat(shopper.payment(id, order.getString("data.orderToken"))
                        .jsonPath()
                        .getString("data.clientSecret"))
                .startsWith("pi_" + id);
    }

    @Test
    void theChoiceIsPartOfWhatTheKeyCovers() {
        String key = Shopper.key();
        checkout(key, Map.of("paymentMethodId", card)).then().statusCode(201);
        String other = shop.payments().saveCard(shopper.id());
        for (Map<String, Object> choice : List.<Map<String, Object>>of(
                Map.of(), Map.of("paymentMethodId", other), Map.of("savePaymentMethod", true))) {
            Response answer = checkout(key, choice);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
        }
    }

    @Test
    void aSecondCheckoutOfTheCartGetsTheOrderWithItsFirstCard() {
        String id = placed(Map.of("paymentMethodId", card)).getString("data.id");
        String other = shop.payments().saveCard(shopper.id());
        assertThat(placed(Map.of("paymentMethodId", other)).getString("data.id"))
                .isEqualTo(id);
        assertThat(shop.payments().card(id)).isEqualTo(card + " false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paymentMethodId", "savePaymentMethod"})
    void aGuestHasNoSavedCards(String field) {
        Shopper guest = Shopper.guest();
        String theirs = guest.cartWith(sku, 1);
        Map<String, Object> body = Shopper.checkoutBody(Shopper.total(1000));
        body.put(field, field.equals("paymentMethodId") ? (Object) card : (Object) true);
        Response answer = guest.request()
                .header("Idempotency-Key", Shopper.key())
                .body(body)
                .post("/v1/carts/" + theirs + "/checkout");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
        assertThat(rows.count("select count(*) from orders where cart_id = ?", theirs))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "ANSWER_LOST", "BARE_NOT_FOUND", "UNAUTHENTICATED"})
    void oneFaultOfTheLookUpIsOvercomeInTheRequest(Fault fault) {
        shop.fail("method", fault, 1);
        String id = placed(Map.of("paymentMethodId", card)).getString("data.id");
        assertThat(shop.payments().card(id)).isEqualTo(card + " false");
    }

    @Test
    void aCheckoutThatDiedBeforeTheLookUpGoesOn() {
        String id = placed(Map.of("paymentMethodId", card)).getString("data.id");
        rows.unschedule(id);
        shop.payments().forget(id);
        shop.catalog().forget(id);
        rows.change(
                "update orders set status = 'placing', number = null, expires_at = null, payment_version = null,"
                        + " payment_state = null, secret_given_at = null where id = ?",
                id);
        shop.payments().removeCard(card);
        rows.schedule("place-order", id, Duration.ZERO);
        await().until(() -> rows.status(id).equals("abandoned"));
        assertThat(shop.catalog().reserved(sku)).isZero();
        shopper.put(cart, sku, 2).then().statusCode(200);
    }

    private JsonPath placed(Map<String, Object> choice) {
        Response answer = checkout(Shopper.key(), choice);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private Response checkout(String key, Map<String, Object> choice) {
        Map<String, Object> body = Shopper.checkoutBody(Shopper.total(1000));
        body.putAll(choice);
        return shopper.request().header("Idempotency-Key", key).body(body).post("/v1/carts/" + cart + "/checkout");
    }
}
