package dev.quayside.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Matrix;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@OrderServiceTest
class RecoveryIT {
    /** Where in a checkout the process died. */
    enum Died {
        BEFORE_HOLD,
        AFTER_HOLD,
        BEFORE_OPEN,
        BEFORE_ANSWER
    }

    /** Who goes on. That the step alone does is tested with all other steps' deaths. */
    enum By {
        SAME_KEY,
        SAME_KEY_AFTER_ITS_LEASE,
        OTHER_KEY
    }

    private final FakeShop shop = FakeShop.get();
    private final Shopper shopper = Shopper.guest();

    @Inject
    Rows rows;

    @AfterEach
    void heal() {
        shop.heal();
    }

    @ParameterizedTest
    @Matrix(
            always = {
                "BEFORE_HOLD,SAME_KEY",
                "AFTER_HOLD,OTHER_KEY",
                "BEFORE_OPEN,SAME_KEY_AFTER_ITS_LEASE",
                "BEFORE_ANSWER,SAME_KEY_AFTER_ITS_LEASE"
            },
            soak = {
                "BEFORE_HOLD,SAME_KEY_AFTER_ITS_LEASE",
                "BEFORE_HOLD,OTHER_KEY",
                "AFTER_HOLD,SAME_KEY",
                "AFTER_HOLD,SAME_KEY_AFTER_ITS_LEASE",
                "BEFORE_OPEN,SAME_KEY",
                "BEFORE_OPEN,OTHER_KEY",
                "BEFORE_ANSWER,SAME_KEY",
                "BEFORE_ANSWER,OTHER_KEY"
            })
    void checkoutEndsTheSameWhereverItDied(Died died, By by) {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 2);
        String key = Shopper.key();
        String id = shopper.checkout(cart, key, Shopper.total(2000)).path("data.id");
        rewind(id, died);

        if (by == By.SAME_KEY_AFTER_ITS_LEASE) {
            rows.change("update idempotency_keys set lease_until = now() - interval '1 s' where subject = ?", id);
        }
        String used = by == By.OTHER_KEY ? Shopper.key() : key;
        Response again = shopper.checkout(cart, used, Shopper.total(2000));
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("data.id")).isEqualTo(id);
        assertThat(again.jsonPath().getString("data.payment.clientSecret")).isNotNull();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows.status(id).equals("awaiting_payment")
                        && shop.payments().status(id).equals("open"));
        assertThat(shop.catalog().reservation(id)).isEqualTo("held");
        assertThat(shop.catalog().reserved(sku)).isEqualTo(2);
        assertThat(rows.count("select count(*) from orders where cart_id = ?", cart))
                .isEqualTo(1);
        assertThat(rows.text("select number from orders where id = ?", id)).startsWith("Q-");
        assertThat(rows.count("select count(*) from order_lines where order_id = ?", id))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @Matrix(
            always = {"ANSWER_LOST", "REFUSED"},
            soak = {"REPEATED", "UNAUTHENTICATED", "BARE_NOT_FOUND", "HANGS"})
    void oneFaultOfTheHoldIsOvercomeInTheRequest(Fault fault) {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 2);
        shop.fail("hold", fault, 1);
        Response answer = shopper.checkout(cart, Shopper.key(), Shopper.total(2000));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(shop.catalog().reserved(sku)).isEqualTo(2);
    }

    @ParameterizedTest
    @Matrix(
            always = "ANSWER_LOST",
            soak = {"REFUSED", "HANGS"})
    void paymentThatIsNotOpenIsPendingAndGivenLater(Fault fault) {
        String cart = shopper.cartWith(shop.catalog().product(1000, 9), 1);
        shop.fail("open", fault, 1);
        JsonPath order = shopper.placed(cart, Shopper.total(1000));
        String id = order.getString("data.id");
        assertThat(order.getString("data.payment.status")).isEqualTo("pending");
        assertThat(order.getString("data.payment.clientSecret")).isNull();
        JsonPath payment = shopper.payment(id, order.getString("data.orderToken"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(payment.getString("data.clientSecret")).startsWith("pi_" + id);
    }

    @Test
    void catalogueThatStaysAwayIsA503AndTheOrderComesLater() {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 1);
        String key = Shopper.key();
        shop.fail("hold", Fault.ANSWER_LOST, 10_000);
        Response away = shopper.checkout(cart, key, Shopper.total(1000));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotNull();
        String id = rows.text("select id from orders where cart_id = ?", cart);
        assertThat(rows.status(id)).isEqualTo("placing");
        shop.heal();
        rows.due("place-order", id);
        await().atMost(Duration.ofSeconds(30)).until(() -> rows.status(id).equals("awaiting_payment"));
        Response again = shopper.checkout(cart, key, Shopper.total(1000));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getString("data.id")).isEqualTo(id);
        assertThat(shop.catalog().reserved(sku)).isEqualTo(1);
    }

    @Test
    void orderThatCouldNotBePlacedInTimeIsGivenUp() {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 1);
        String id = shopper.placed(cart, Shopper.total(1000)).getString("data.id");
        shop.fail("hold", Fault.REFUSED, 10_000);
        rewind(id, Died.AFTER_HOLD);
        rows.change("update orders set created_at = created_at - interval '1 hour' where id = ?", id);
        await().atMost(Duration.ofSeconds(20)).until(() -> rows.status(id).equals("abandoned"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.catalog().reservation(id).equals("released"));
        shopper.put(cart, sku, 2).then().statusCode(200);
    }

    @Test
    void priceThatMovesBetweenQuoteAndHoldAbandonsTheOrder() {
        String sku = shop.catalog().product(1000, 9);
        String cart = shopper.cartWith(sku, 1);
        String key = Shopper.key();
        Gate gate = shop.close("hold");
        List<Response> answers = Together.run(2, n -> {
            if (n == 0) {
                return shopper.checkout(cart, key, Shopper.total(1000));
            }
            await().until(() -> gate.arrived() > 0);
            shop.catalog().price(sku, "EUR", 1200);
            gate.open();
            return shopper.request().get("/v1/carts/" + cart);
        });
        Response answer = answers.get(0);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("cart_changed");
        assertThat(answer.jsonPath().<String>getList("changes.path"))
                .containsExactly("items." + sku + ".unitPrice", "totals.total");
        assertThat(answer.jsonPath().getLong("changes[1].new.amount")).isEqualTo(Shopper.total(1200));
        String id = rows.text("select id from orders where cart_id = ?", cart);
        assertThat(rows.status(id)).isEqualTo("abandoned");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> shop.catalog().reservation(id).equals("released"));
        assertThat(shop.catalog().reserved(sku)).isZero();
        shop.heal();
        shopper.placed(cart, Shopper.total(1200));
    }

    /** Puts everything back to where it was when the process died; the step of transaction 1 is still there. */
    private void rewind(String id, Died died) {
        rows.unschedule(id);
        rows.change("update idempotency_keys set status = null, body = null where subject = ?", id);
        rows.change(
                "update orders set payment_version = null, payment_state = null, secret_given_at = null where id = ?",
                id);
        if (died != Died.BEFORE_ANSWER) {
            shop.payments().forget(id);
        }
        if (died == Died.BEFORE_HOLD) {
            shop.catalog().forget(id);
        }
        boolean placed = died == Died.BEFORE_OPEN || died == Died.BEFORE_ANSWER;
        if (!placed) {
            rows.change("update orders set status = 'placing', number = null, expires_at = null where id = ?", id);
        }
        rows.schedule(placed ? "open-payment" : "place-order", id, Duration.ofMillis(500));
    }
}
