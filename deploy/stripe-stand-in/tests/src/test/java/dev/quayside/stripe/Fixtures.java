package dev.quayside.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import dev.quayside.stripe.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A stand-in and the ways in which the tests talk to it: stripe-java, a browser, and the control API. */
final class Fixtures implements AutoCloseable {
    static final String SECRET_KEY = "sk_test_fixture";
    static final Duration SOON = Duration.ofSeconds(20);

    static {
        Stripe.enableTelemetry = false;
        // else the JDK sends a POST twice when its connection is reset
        System.setProperty("sun.net.http.retryPost", "false");
    }

    final StandIn standIn;
    final StripeClient stripe;
    private final HttpClient http = HttpClient.newHttpClient();

    Fixtures() {
        this(settings());
    }

    Fixtures(Settings settings) {
        standIn = StandIn.start(settings);
        stripe = client(20_000);
    }

    /** A client that waits this long for an answer and never repeats a call by itself. */
    StripeClient client(int readTimeoutMillis) {
        return StripeClient.builder()
                .setApiKey(SECRET_KEY)
                .setApiBase(standIn.baseUrl())
                .setConnectTimeout(5_000)
                .setReadTimeout(readTimeoutMillis)
                .build();
    }

    /** Everything asynchronous at once. */
    static Settings settings() {
        return Settings.inMemory()
                .waiting(Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(20))
                .retryingAfter(List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200)));
    }

    static PaymentIntentCreateParams.Builder order(long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("usd")
                .addPaymentMethodType("card");
    }

    static PaymentIntentCreateParams.Builder paidWith(String method, long amount) {
        return order(amount).setPaymentMethod(method).setConfirm(true);
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    PaymentIntent pay(String method, long amount) throws StripeException {
        return stripe.v1().paymentIntents().create(paidWith(method, amount).build());
    }

    /** Calls the control API and expects it to agree. */
    JsonNode control(String method, String path, String body) {
        HttpResponse<String> answer =
                send(request("/_test" + path).method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body());
    }

    /** What a browser sends: a form and no secret key. */
    HttpResponse<String> form(String path, String key, Map<String, String> params) {
        return form(path, key, params, UUID.randomUUID().toString());
    }

    HttpResponse<String> form(String path, String key, Map<String, String> params, String idempotencyKey) {
        String body = params.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String key) {
        return send(request(path).header("Authorization", "Bearer " + key).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(standIn.baseUrl() + path)).timeout(SOON);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        standIn.close();
    }
}
