package dev.quayside.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's saved cards, from the first to the last. */
@PaymentServiceTest
class PaymentMethodsIT {
    private final Wallet wallet = Wallet.ofSomebody();

    @Inject
    DataSource database;

    @Test
    void aCardIsListedAsSoonAsItIsSavedAlthoughNobodyTells() {
        Stripe.losesEvents();
        assertThat(wallet.methods()).isEmpty();
        String method = wallet.saved("pm_card_visa");
        JsonPath list = wallet.list();
        assertThat(list.<Map<String, Object>>get("data[0]").keySet())
                .containsExactlyInAnyOrder("id", "type", "card", "default", "createdAt");
        assertThat(list.getString("data[0].id")).isEqualTo(method);
        assertThat(list.getString("data[0].type")).isEqualTo("card");
        assertThat(list.<Map<String, Object>>get("data[0].card"))
                .isEqualTo(Map.of("brand", "visa", "last4", "4242", "expMonth", 12, "expYear", 2034));
        assertThat(list.getBoolean("data[0].default")).isTrue();
        assertThat(list.getInt("page.limit")).isEqualTo(24);
        assertThat(list.getString("page.next")).isNull();
        wallet.get(method).then().statusCode(200).body("data.id", equalTo(method));
    }

    @Test
    void aCardThatNobodyLooksForIsLearnedFromTheEvent() {
        String method = wallet.saved("pm_card_visa");
        await().until(() -> listed() == 1);
        await().until(() -> rows().value("select status from card_setups where customer_id = ?", wallet.customer())
                .equals("SUCCEEDED"));
        Stripe.fault("outage", "GET", "/v1/customers/*", false, 100);
        assertThat(wallet.methods()).containsExactly(method);
    }

    @Test
    void aCardIsListedAfterItsOwnerWasAskedForProof() {
        String setup = wallet.begun();
        assertThat(Stripe.finish(setup, "pm_card_threeDSecure2Required").getStatus())
                .isEqualTo("requires_action");
        assertThat(wallet.methods()).isEmpty();
        Stripe.authenticate("setup_intents", setup, "succeed");
        assertThat(wallet.methods()).hasSize(1);
    }

    @Test
    void aSetupThatFailsOnceCanStillSucceed() {
        String setup = wallet.begun();
        Stripe.finish(setup, "pm_card_threeDSecure2Required");
        Stripe.authenticate("setup_intents", setup, "fail");
        assertThat(wallet.methods()).isEmpty();
        Stripe.finish(setup, "pm_card_mastercard");
        assertThat(wallet.methods()).hasSize(1);
    }

    @Test
    void theListIsOldWhileStripeDoesNotAnswer() {
        String first = wallet.known("pm_card_visa");
        Stripe.losesEvents();
        String setup = wallet.begun();
        Stripe.fault("empty_503", "GET", "/v1/customers/*", false, 1);
        Stripe.finish(setup, "pm_card_mastercard");
        assertThat(wallet.methods()).containsExactly(first);
        assertThat(wallet.methods()).hasSize(2);
    }

    @Test
    void theFirstIsTheDefaultUntilAnotherIsChosenOrItIsRemoved() {
        String first = wallet.known("pm_card_visa");
        String second = wallet.known("pm_card_mastercard");
        String third = wallet.known("pm_card_amex");
        assertThat(wallet.methods()).containsExactly(third, second, first);
        assertThat(wallet.preferred()).isEqualTo(first);
        wallet.makeDefault(second).then().statusCode(200).body("data.default", equalTo(true));
        wallet.makeDefault(second).then().statusCode(200);
        assertThat(wallet.preferred()).isEqualTo(second);
        wallet.remove(second).then().statusCode(204);
        assertThat(wallet.preferred()).isEqualTo(third);
        wallet.remove(first).then().statusCode(204);
        assertThat(wallet.preferred()).isEqualTo(third);
        wallet.remove(third).then().statusCode(204);
        assertThat(wallet.preferred()).isEqualTo("none");
        wallet.known("pm_card_visa");
        assertThat(wallet.preferred()).isNotEqualTo("none");
    }

    @Test
    void aRemovedCardIsGoneAtOnceAndDetachedSoon() {
        String method = wallet.known("pm_card_visa");
        Stripe.losesEvents();
        Stripe.fault("empty_503", "POST", "/v1/payment_methods/*", false, 2);
        wallet.remove(method).then().statusCode(204);
        // Stripe still has it, and a reading shows it.
        wallet.begun();
        assertThat(wallet.methods()).isEmpty();
        wallet.get(method).then().statusCode(404).body("code", equalTo("payment_method_not_found"));
        wallet.makeDefault(method).then().statusCode(404);
        wallet.remove(method).then().statusCode(204);
        await().atMost(Duration.ofSeconds(20)).until(() -> Stripe.method(method).getCustomer() == null);
        await().until(() -> unsettled() == 0);
        assertThat(wallet.methods()).isEmpty();
    }

    @Test
    void manyRemovalsAtOnceDetachOnce() {
        String method = wallet.known("pm_card_visa");
        List<Integer> answers = Together.times(8, () -> wallet.remove(method).statusCode());
        assertThat(answers).containsOnly(204);
        await().until(() -> unsettled() == 0);
        assertThat(Stripe.requests("POST", "/v1/payment_methods/" + method + "/detach"))
                .hasSize(1);
    }

    @Test
    void aCardThatIsDetachedAtTheDashboardIsNotListed() {
        String method = wallet.known("pm_card_visa");
        String other = wallet.known("pm_card_mastercard");
        Stripe.detach(method);
        await().until(() -> listed() == 1);
        assertThat(wallet.preferred()).isEqualTo(other);
        assertThat(Stripe.requests("POST", "/v1/payment_methods/" + method + "/detach"))
                .hasSize(1);
    }

    @Test
    void theSameCardSavedTwiceIsShownOnceAndStaysTheDefault() {
        String older = wallet.known("pm_card_visa");
        wallet.known("pm_card_mastercard");
        String newer = wallet.known("pm_card_visa");
        assertThat(wallet.methods()).hasSize(2).contains(newer).doesNotContain(older);
        assertThat(wallet.preferred()).isEqualTo(newer);
        await().until(() -> Stripe.method(older).getCustomer() == null);
        assertThat(Stripe.method(newer).getCustomer()).isNotNull();
    }

    @Test
    void aReadingThatWasOvertakenChangesNothing() {
        Stripe.losesEvents();
        String setup = wallet.begun();
        String cards = "/v1/customers/" + Stripe.setup(setup).getCustomer() + "/payment_methods";
        Stripe.slowAnswer("GET", cards, 1500);
        List<List<String>> seen = Together.run(List.of(wallet::methods, () -> {
            await().until(() -> !Stripe.requests("GET", cards).isEmpty());
            Stripe.finish(setup, "pm_card_visa");
            return wallet.methods();
        }));
        // The slow one read before the card was saved, and comes back after it was learned.
        assertThat(seen.get(1)).hasSize(1);
        assertThat(seen.get(0)).isEqualTo(seen.get(1));
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void othersCardsAreNotThere() {
        String method = wallet.known("pm_card_visa");
        Wallet other = Wallet.ofSomebody();
        for (Response answer : List.of(other.get(method), other.makeDefault(method), other.remove(method))) {
            answer.then().statusCode(404).body("code", equalTo("payment_method_not_found"));
        }
        assertThat(other.methods()).isEmpty();
        assertThat(wallet.preferred()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_unknown", "pm%00", "%C3%BC", "a%20b", "'"})
    void anIdThatNoCardHasIsNotThere(String id) {
        for (Response answer : List.of(
                raw().get("/v1/payment-methods/" + id),
                raw().put("/v1/payment-methods/" + id + "/default"),
                raw().delete("/v1/payment-methods/" + id))) {
            answer.then().statusCode(404).body("code", equalTo("payment_method_not_found"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "sort=brand", "customerId=1", "cursor=x", "page=0"})
    void aQueryThatIsNotAllowedIsRefused(String query) {
        wallet.request()
                .get("/v1/payment-methods?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"));
    }

    @Test
    void theListIsWalkedByItsLinks() {
        String first = wallet.known("pm_card_visa");
        String second = wallet.known("pm_card_mastercard");
        JsonPath page = wallet.request().get("/v1/payment-methods?limit=1").jsonPath();
        assertThat(page.getList("data.id", String.class)).containsExactly(second);
        JsonPath last = raw().get(page.getString("page.next")).jsonPath();
        assertThat(last.getList("data.id", String.class)).containsExactly(first);
        assertThat(last.getString("page.next")).isNull();
    }

    private io.restassured.specification.RequestSpecification raw() {
        return wallet.request().urlEncodingEnabled(false);
    }

    private long listed() {
        return rows().count(
                        "select count(*) from saved_cards where customer_id = ? and removed_at is null",
                        wallet.customer());
    }

    private long unsettled() {
        return rows().count(
                        "select count(*) from payment_operations o join saved_cards c on c.id = o.subject"
                                + " where c.customer_id = ? and o.state = 'UNSETTLED'",
                        wallet.customer());
    }

    private Rows rows() {
        return new Rows(database);
    }
}
