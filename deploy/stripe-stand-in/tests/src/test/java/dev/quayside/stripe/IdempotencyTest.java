package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.HttpHeaders;
import com.stripe.param.PaymentIntentCreateParams;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private PaymentIntent pay(String method, long amount, String key) throws StripeException {
        return shop.stripe
                .v1()
                .paymentIntents()
                .create(Fixtures.paidWith(method, amount).build(), Fixtures.key(key));
    }

    private int intents() {
        return shop.control("GET", "/stats", "")
                .path("objects")
                .path("payment_intent")
                .asInt();
    }

    @Test
    void sameKeyRepeatsTheFirstAnswer() throws StripeException {
        PaymentIntent first = pay("pm_card_visa", 1999, "k1");
        PaymentIntent again = pay("pm_card_visa", 1999, "k1");

        HttpHeaders before = first.getLastResponse().headers();
        HttpHeaders after = again.getLastResponse().headers();
        assertThat(again.getLastResponse().body())
                .isEqualTo(first.getLastResponse().body());
        assertThat(after.firstValue("Idempotent-Replayed")).contains("true");
        assertThat(before.firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(after.firstValue("Original-Request")).isEqualTo(before.firstValue("Request-Id"));
        assertThat(after.firstValue("Request-Id")).isNotEqualTo(before.firstValue("Request-Id"));
        assertThat(after.firstValue("Idempotency-Key")).contains("k1");
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void otherParametersOrEndpointUnderTheSameKeyAreRefused() throws StripeException {
        PaymentIntent intent = pay("pm_card_visa", 1999, "k1");

        IdempotencyException amount =
                catchThrowableOfType(IdempotencyException.class, () -> pay("pm_card_visa", 2999, "k1"));
        assertThat(amount.getStatusCode()).isEqualTo(400);
        assertThat(amount.getStripeError().getType()).isEqualTo("idempotency_error");
        assertThat(amount.getStripeError().getMessage())
                .isEqualTo("Keys for idempotent requests can only be used with the same parameters they were first used"
                        + " with. Try using a key other than 'k1' if you meant to execute a different request.");

        IdempotencyException endpoint = catchThrowableOfType(
                IdempotencyException.class,
                () -> shop.stripe.v1().paymentIntents().cancel(intent.getId(), Fixtures.key("k1")));
        assertThat(endpoint.getStatusCode()).isEqualTo(400);
    }

    @Test
    void keyIsInUseWhileTheFirstRequestRuns() throws Exception {
        shop.control(
                "POST",
                "/faults",
                "{\"kind\":\"delay\",\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayMillis\":1500}");
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.form(
                        "/v1/payment_intents", Fixtures.SECRET_KEY, Map.of("amount", "1999", "currency", "usd"), "slow")
                .statusCode());
        await().until(() ->
                shop.control("GET", "/requests?key=slow", "").path("requests").size() == 1);

        ApiException second = catchThrowableOfType(
                ApiException.class,
                () -> shop.stripe
                        .v1()
                        .paymentIntents()
                        .create(
                                PaymentIntentCreateParams.builder()
                                        .setAmount(1999L)
                                        .setCurrency("usd")
                                        .build(),
                                Fixtures.key("slow")));

        assertThat(second.getStatusCode()).isEqualTo(409);
        assertThat(second.getCode()).isEqualTo("idempotency_key_in_use");
        assertThat(first.get()).isEqualTo(200);
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void keyIsForgottenAfterADay() throws StripeException {
        PaymentIntent first = pay("pm_card_visa", 1999, "k1");

        // The clock runs meanwhile: a minute before and a minute after the end of the day.
        shop.control("POST", "/clock", "{\"advanceSeconds\":86340}");
        assertThat(pay("pm_card_visa", 1999, "k1").getId()).isEqualTo(first.getId());
        shop.control("POST", "/clock", "{\"advanceSeconds\":120}");
        assertThat(pay("pm_card_visa", 1999, "k1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void declineIsRepeatedWithoutASecondCharge() {
        CardException first =
                catchThrowableOfType(CardException.class, () -> pay("pm_card_chargeDeclined", 1999, "k1"));
        CardException again =
                catchThrowableOfType(CardException.class, () -> pay("pm_card_chargeDeclined", 1999, "k1"));

        assertThat(again.getCharge()).isEqualTo(first.getCharge());
        assertThat(again.getRequestId()).isNotEqualTo(first.getRequestId());
    }

    @Test
    void refusedParametersAreNotKeptUnderTheKey() throws StripeException {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> pay("pm_card_visa", 3, "k1"));
        assertThat(refused.getCode()).isEqualTo("amount_too_small");
        assertThat(intents()).isZero();

        assertThat(pay("pm_card_visa", 1999, "k1").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void stored500IsRepeatedThoughTheChargeWasMade() throws StripeException {
        shop.control(
                "POST",
                "/faults",
                "{\"kind\":\"stored_500\",\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"afterEffect\":true}");

        ApiException first = catchThrowableOfType(ApiException.class, () -> pay("pm_card_visa", 1999, "k1"));
        ApiException again = catchThrowableOfType(ApiException.class, () -> pay("pm_card_visa", 1999, "k1"));

        assertThat(first.getStatusCode()).isEqualTo(500);
        assertThat(again.getStatusCode()).isEqualTo(500);
        assertThat(intents()).isEqualTo(1);
        assertThat(shop.control("GET", "/requests?key=k1", "")
                        .path("requests")
                        .path(1)
                        .path("replayed")
                        .asBoolean())
                .isTrue();
    }
}
