package dev.quayside.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import dev.quayside.stripe.store.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser can do with a publishable key, and what it cannot. */
class BrowserTest {
    private static final String PUBLISHABLE = "pk_test_browser";

    private Fixtures shop;
    private PaymentIntent intent;

    @BeforeEach
    void start() throws StripeException {
        shop = new Fixtures();
        intent = shop.stripe
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(1999L)
                        .setCurrency("eur")
                        .putMetadata("orderId", "7")
                        .build());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private String path(String action) {
        return "/v1/payment_intents/" + intent.getId() + action;
    }

    @Test
    void clientSecretOpensTheIntentAndHidesWhatIsTheShops() {
        HttpResponse<String> read = shop.get(path("?client_secret=" + intent.getClientSecret()), PUBLISHABLE);

        assertThat(read.statusCode()).isEqualTo(200);
        JsonNode body = Json.parse(read.body());
        assertThat(body.path("amount").asLong()).isEqualTo(1999);
        assertThat(body.has("metadata")).isFalse();
        assertThat(body.has("customer")).isFalse();
    }

    @Test
    void clientSecretConfirms() throws StripeException {
        HttpResponse<String> confirmed = shop.form(
                path("/confirm"),
                PUBLISHABLE,
                Map.of("client_secret", intent.getClientSecret(), "payment_method", "pm_card_visa"));

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(Json.parse(confirmed.body()).path("status").asText()).isEqualTo("succeeded");
        assertThat(shop.stripe.v1().paymentIntents().retrieve(intent.getId()).getAmountReceived())
                .isEqualTo(1999);
    }

    @Test
    void keyCanBeAParameter() {
        HttpRequest.Builder request = shop.request(
                        path("/confirm?key=" + PUBLISHABLE + "&client_secret=" + intent.getClientSecret()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("payment_method=pm_card_visa"));

        assertThat(shop.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheSecretNothingOpens() {
        assertThat(shop.get(path(""), PUBLISHABLE).statusCode()).isEqualTo(400);
        assertThat(shop.get(path("?client_secret=pi_x_secret_y"), PUBLISHABLE).statusCode())
                .isEqualTo(400);
        assertThat(shop.get("/v1/payment_intents", PUBLISHABLE).statusCode()).isEqualTo(401);
        assertThat(shop.get("/v1/payment_intents", "sk_live_x").statusCode()).isEqualTo(401);
        assertThat(shop.send(shop.request("/v1/payment_intents").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void pagesFromAnywhereMayCall() {
        HttpRequest.Builder preflight = shop.request(path("/confirm"))
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());

        HttpResponse<String> allowed = shop.send(preflight);

        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("authorization");
    }

    @Test
    void largeBodiesAreNotRead() {
        HttpRequest.Builder huge = shop.request("/v1/payment_intents")
                .header("Authorization", "Bearer " + Fixtures.SECRET_KEY)
                .POST(HttpRequest.BodyPublishers.ofString("description=" + "x".repeat(1024 * 1024)));

        assertThat(shop.send(huge).statusCode()).isEqualTo(413);
    }
}
