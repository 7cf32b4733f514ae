package dev.quayside.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.model.SetupIntent;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Wallet;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beginning to save a card, whatever becomes of the calls to Stripe. */
@PaymentServiceTest
class SetupIT {
    private static final String SETUPS = "/v1/payment-methods/setups";

    private final Wallet wallet = Wallet.ofSomebody();
    private final String key = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    @Test
    void aSetupIsOpenedForTheCustomerAlone() {
        JsonPath answer = wallet.setup(key).then().statusCode(201).extract().jsonPath();
        assertThat(answer.<Map<String, Object>>get("data").keySet())
                .containsExactlyInAnyOrder(
                        "id", "status", "clientSecret", "publishableKey", "stripeApiBase", "createdAt");
        String id = answer.getString("data.id");
        assertThat(answer.getString("data.status")).isEqualTo("open");
        assertThat(answer.getString("data.clientSecret")).startsWith(id + "_secret_");
        assertThat(answer.getString("data.publishableKey")).isEqualTo("pk_test_quayside");
        SetupIntent setup = Stripe.setup(id);
        assertThat(setup.getUsage()).isEqualTo("on_session");
        var customer = Stripe.customersOf(wallet.customer()).get(0);
        assertThat(setup.getCustomer()).isEqualTo(customer.getId());
        assertThat(customer.getEmail()).isNull();
        assertThat(customer.getName()).isNull();
    }

    @Test
    void theSameKeyGivesTheFirstAnswerWithItsSecretRebuilt() {
        Response first = wallet.setup(key);
        Response again = wallet.setup(key);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().<Object>get("data"))
                .isEqualTo(first.jsonPath().get("data"));
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(1);
        String id = first.path("data.id");
        assertThat(rows().value("select body from idempotency_keys where body like ?", "%" + id + "%"))
                .contains("open")
                .doesNotContain("_secret_");
        Stripe.finish(id, "pm_card_visa");
        wallet.setup(key).then().statusCode(201).body("data.clientSecret", nullValue());
    }

    @Test
    void manyAtOnceMakeOneCustomer() {
        List<Integer> answers = Together.times(
                20, () -> wallet.setup(UUID.randomUUID().toString()).statusCode());
        assertThat(answers).containsOnly(201);
        assertThat(Stripe.customersOf(wallet.customer())).hasSize(1);
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(20);
        assertThat(rows().count("select count(*) from payment_operations where subject = ?", wallet.customer()))
                .isEqualTo(1);
    }

    @Test
    void oneKeyAtOnceMakesOneSetup() {
        List<String> secrets = Together.times(
                6, () -> wallet.setup(key).then().statusCode(201).extract().path("data.clientSecret"));
        assertThat(secrets).doesNotContainNull();
        assertThat(secrets.stream().distinct()).hasSize(1);
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(1);
    }

    @Test
    void withoutAnAnswerItIsA503AndTheSameKeyGoesOn() {
        Stripe.fault("outage", "POST", "/v1/customers", false, 1000);
        wallet.setup(key).then().statusCode(503).header("Retry-After", "2").body("code", equalTo("stripe_unavailable"));
        Stripe.honest();
        await().atMost(Duration.ofSeconds(20)).until(() -> wallet.setup(key).statusCode() == 201);
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(1);
    }

    @Test
    void whoseObjectWasDeletedInTheDashboardGetsAnotherAndSavesCardsAgain() {
        String card = wallet.known("pm_card_visa");
        String old = Stripe.customersOf(wallet.customer()).get(0).getId();
        Stripe.deleteCustomer(old);
        String begun = wallet.begun();
        assertThat(Stripe.setup(begun).getCustomer()).isNotEqualTo(old);
        assertThat(wallet.methods()).isEmpty();
        assertThat(wallet.get(card).statusCode()).isEqualTo(404);
        String next = Stripe.finish(begun, "pm_card_mastercard").getPaymentMethod();
        await().until(() -> wallet.methods().equals(List.of(next)));
        assertThat(Stripe.customersOf(wallet.customer())).hasSize(1);
    }

    @Test
    void whoHasTwentyCardsSavesNoMore() {
        wallet.begun();
        for (int i = 0; i < 20; i++) {
            rows().run(
                            "insert into saved_cards (id, stripe_method_id, customer_id, brand, last4, exp_month, exp_year,"
                                    + " created_at) values (?, ?, ?, 'visa', '4242', 12, 2034, now())",
                            Ids.next(),
                            "pm_" + UUID.randomUUID().toString().replace("-", ""),
                            wallet.customer());
        }
        wallet.setup(key).then().statusCode(409).body("code", equalTo("too_many_payment_methods"));
        Response again = wallet.setup(key);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(Stripe.setupsOf(wallet.customer())).hasSize(1);
    }

    @Test
    void aSetupThatNoEventTellsOfIsWatched() {
        Stripe.losesEvents();
        wallet.saved("pm_card_visa");
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("SUCCEEDED"));
        assertThat(rows().count("select count(*) from saved_cards where customer_id = ?", wallet.customer()))
                .isEqualTo(1);
        await().until(() -> steps() == 0);
    }

    @Test
    void aSetupThatWasAbandonedForADayIsGivenUpAndStillHeardOf() {
        String setup = wallet.begun();
        rows().run(
                        "update card_setups set created_at = now() - interval '25 hours' where customer_id = ?",
                        wallet.customer());
        await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("GIVEN_UP"));
        await().until(() -> steps() == 0);
        Stripe.finish(setup, "pm_card_visa");
        await().until(() -> status().equals("SUCCEEDED"));
        assertThat(wallet.methods()).hasSize(1);
    }

    @Test
    void theBodyIsEmptyOrAnEmptyObject() {
        wallet.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SETUPS)
                .then()
                .statusCode(201);
        wallet.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .post(SETUPS)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"customer\":\"cus_1\"}", "[]", "{", "1", "\"x\""})
    void anotherBodyIsRefused(String body) {
        wallet.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(SETUPS)
                .then()
                .statusCode(400);
        assertThat(Stripe.setupsOf(wallet.customer())).isEmpty();
    }

    @Test
    void theKeyIsRequired() {
        wallet.request().post(SETUPS).then().statusCode(400).body("code", equalTo("idempotency_key_required"));
        wallet.setup("has space").then().statusCode(400);
    }

    private String status() {
        return rows().value("select status from card_setups where customer_id = ?", wallet.customer());
    }

    private long steps() {
        return rows().count(
                        "select count(*) from scheduled_tasks t join card_setups s on s.id::text = t.task_instance"
                                + " where s.customer_id = ?",
                        wallet.customer());
    }

    private Rows rows() {
        return new Rows(database);
    }
}
