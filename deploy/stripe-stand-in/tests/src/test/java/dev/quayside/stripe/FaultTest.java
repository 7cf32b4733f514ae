package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private Fixtures shop;

    @BeforeEach
    void start() {
        shop = new Fixtures();
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private void fault(String kind, boolean afterEffect) {
        shop.control(
                "POST",
                "/faults",
                "{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"kind\":\"" + kind + "\",\"afterEffect\":"
                        + afterEffect + "}");
    }

    private PaymentIntent pay() throws StripeException {
        return pay(shop.stripe);
    }

    private static PaymentIntent pay(StripeClient stripe) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .create(Fixtures.paidWith("pm_card_visa", 1999).build(), Fixtures.key("k1"));
    }

    private int intents() {
        return shop.control("GET", "/stats", "")
                .path("objects")
                .path("payment_intent")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource({"reset, false", "reset, true", "hang, false", "hang, true"})
    void lostReplyIsAConnectionErrorAndTheKeyTellsWhatHappened(String kind, boolean afterEffect)
            throws StripeException {
        fault(kind, afterEffect);

        assertThat(catchThrowable(() -> pay(shop.client(500)))).isInstanceOf(ApiConnectionException.class);
        await().until(this::intents, count -> count == (afterEffect ? 1 : 0));

        PaymentIntent paid = pay();
        assertThat(paid.getLastResponse()
                        .headers()
                        .firstValue("Idempotent-Replayed")
                        .isPresent())
                .isEqualTo(afterEffect);
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void repetitionCanBeLostToo() throws StripeException {
        fault("reset", true);
        fault("reset", true);

        assertThat(catchThrowable(this::pay)).isInstanceOf(ApiConnectionException.class);
        assertThat(catchThrowable(this::pay)).isInstanceOf(ApiConnectionException.class);

        assertThat(pay().getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(intents()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"empty_200, false", "empty_200, true", "empty_503, false", "empty_503, true"})
    void emptyBodyIsANullPointerExceptionInTheLibrary(String kind, boolean afterEffect) throws StripeException {
        fault(kind, afterEffect);

        assertThat(catchThrowable(this::pay)).isInstanceOf(NullPointerException.class);
        assertThat(intents()).isEqualTo(afterEffect ? 1 : 0);
        assertThat(pay().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void cutReplyIsAnErrorWithStatus200AfterTheCharge() throws StripeException {
        fault("cut_reply", true);

        StripeException cut = catchThrowableOfType(StripeException.class, this::pay);

        assertThat(cut).isInstanceOfAny(ApiException.class, ApiConnectionException.class);
        assertThat(intents()).isEqualTo(1);
        assertThat(pay().getStatus()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate_limit_429", "lock_timeout_429"})
    void limitsComeBeforeAnythingIsDoneOrStored(String kind) throws StripeException {
        fault(kind, false);

        RateLimitException limited = catchThrowableOfType(RateLimitException.class, this::pay);

        assertThat(limited.getStatusCode()).isEqualTo(429);
        assertThat(limited.getCode()).isEqualTo(kind.replace("_429", ""));
        assertThat(intents()).isZero();
        assertThat(pay().getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void conflictAndHtmlArePlainApiExceptions() throws StripeException {
        fault("conflict_409_in_use", false);
        ApiException conflict = catchThrowableOfType(ApiException.class, this::pay);
        assertThat(conflict.getStatusCode()).isEqualTo(409);
        assertThat(conflict.getCode()).isEqualTo("idempotency_key_in_use");

        fault("html_502", true);
        ApiException html = catchThrowableOfType(ApiException.class, this::pay);
        assertThat(html.getStatusCode()).isEqualTo(502);
        assertThat(html.getCode()).isNull();
        assertThat(intents()).isEqualTo(1);
    }

    @Test
    void outageLastsUntilItIsTakenAway() throws StripeException {
        shop.control("POST", "/faults", "{\"kind\":\"outage\"}");
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(ApiException.class, this::pay).getStatusCode())
                    .isEqualTo(503);
        }

        shop.control("DELETE", "/faults", "");
        assertThat(shop.control("GET", "/requests?key=k1", "").path("requests")).hasSize(3);

        assertThat(pay().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void journalShowsWhatWasReallySent() throws StripeException {
        fault("rate_limit_429", false);
        assertThat(catchThrowable(this::pay)).isNotNull();
        pay();

        JsonNode calls = shop.control("GET", "/requests?path=/v1/payment_intents&key=k1", "")
                .path("requests");

        assertThat(calls).hasSize(2);
        assertThat(calls.path(0).path("fault").asText()).isEqualTo("rate_limit_429");
        assertThat(calls.path(0).path("status").asInt()).isEqualTo(429);
        assertThat(calls.path(1).path("status").asInt()).isEqualTo(200);
        assertThat(calls.path(1).path("fingerprint")).isEqualTo(calls.path(0).path("fingerprint"));
        assertThat(calls.path(1).path("params").path("amount").asText()).isEqualTo("1999");
    }

    @Test
    void resetForgetsEverything() throws StripeException {
        pay();
        shop.control("POST", "/clock", "{\"advanceSeconds\":100}");

        shop.control("POST", "/reset", "");

        assertThat(intents()).isZero();
        assertThat(shop.control("GET", "/clock", "").path("aheadSeconds").asLong())
                .isZero();
        assertThat(pay().getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
    }
}
