package dev.quayside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A running shop, as storefronts, scripts and Stripe call it. */
final class Shop {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String adminKey;

    Shop(String url, String adminKey) {
        this.url = url;
        this.adminKey = adminKey;
    }

    String adminKey() {
        return adminKey;
    }

    /** Registers a customer; gives an access token, which is good for minutes. */
    String customer() throws IOException, InterruptedException {
        String email = UUID.randomUUID() + "@example.com";
        String body =
                "{\"email\": \"" + email + "\", \"password\": \"" + UUID.randomUUID() + "\", \"name\": \"Bench\"}";
        return send(json("POST", "/v1/auth/register", body, Map.of()))
                .at("/data/accessToken")
                .asText();
    }

    /** Registers a customer; gives what to sign in with, as JSON. */
    String credentials() throws IOException, InterruptedException {
        String known =
                "\"email\": \"" + UUID.randomUUID() + "@example.com\", \"password\": \"" + UUID.randomUUID() + "\"";
        send(json("POST", "/v1/auth/register", "{" + known + ", \"name\": \"Bench\"}", Map.of()));
        return "{" + known + "}";
    }

    /** Registers a customer; gives a refresh token. */
    String refreshToken() throws IOException, InterruptedException {
        String body = "{\"email\": \"" + UUID.randomUUID() + "@example.com\", \"password\": \"" + UUID.randomUUID()
                + "\", \"name\": \"Bench\"}";
        return refreshToken(send(json("POST", "/v1/auth/register", body, Map.of())));
    }

    /** The next token for one. */
    String renewed(String refreshToken) throws IOException, InterruptedException {
        return refreshToken(
                send(json("POST", "/v1/auth/refresh", "{\"refreshToken\": \"" + refreshToken + "\"}", Map.of())));
    }

    private static String refreshToken(JsonNode signedIn) {
        return signedIn.at("/data/refreshToken").asText();
    }

    /** Makes a product that can be bought very often, and gives its sku. */
    String product() throws IOException, InterruptedException {
        String sku = "BENCH-" + UUID.randomUUID().toString().substring(0, 8);
        send(json(
                "POST",
                "/v1/admin/products",
                """
                {"slug": "%s", "title": "Made for a benchmark", "description": "",
                 "variants": [{"sku": "%s", "options": {}, "prices": [{"amount": 1999, "currency": "EUR"}], "stock": 900000}]}""".formatted(sku.toLowerCase(java.util.Locale.ROOT), sku),
                Map.of("Authorization", "Bearer " + adminKey)));
        return sku;
    }

    /**
     * What was bought.
     *
     * @param order its id
     * @param intent the PaymentIntent's id
     * @param stripe where Stripe was reached
     */
    record Purchase(String order, String intent, String stripe) {}

    /** Buys one and pays; gives what was bought. */
    Purchase buy(String sku) throws IOException, InterruptedException {
        String cart = send(json("POST", "/v1/carts", "{\"currency\":\"EUR\"}", Map.of()))
                .at("/data/id")
                .asText();
        JsonNode filled = send(json("PUT", "/v1/carts/" + cart + "/items/" + sku, "{\"quantity\":1}", Map.of()));
        JsonNode order = send(json(
                "POST",
                "/v1/carts/" + cart + "/checkout",
                """
                {"email": "ada@example.com", "shippingMethod": "standard",
                 "shippingAddress": {"name": "Ada", "line1": "1 Quay", "city": "Hamburg", "postalCode": "20457", "country": "DE"},
                 "expectedTotal": {"amount": %d, "currency": "EUR"}}""".formatted(filled.at("/data/totals/total/amount").asLong()),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        JsonNode payment = order.at("/data/payment");
        String secret = payment.get("clientSecret").asText();
        String intent = secret.substring(0, secret.indexOf("_secret_"));
        String form = "payment_method=pm_card_visa&client_secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(URI.create(
                        payment.get("stripeApiBase").asText() + "/v1/payment_intents/" + intent + "/confirm"))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (payment.get("publishableKey").asText() + ":")
                                                        .getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return new Purchase(
                order.at("/data/id").asText(),
                intent,
                payment.get("stripeApiBase").asText());
    }

    /** What staff see of something. */
    JsonNode read(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + adminKey)
                .build());
    }

    /** Reads as a shopper does, past all that is kept ready; gives the status. */
    int browse(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .timeout(PATIENCE)
                                .header("Cache-Control", "no-cache")
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** What staff ask for. */
    JsonNode order(String path, String body) throws IOException, InterruptedException {
        return send(json(
                "POST",
                path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + adminKey,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())));
    }

    /** Sends a file of products; gives the summary, which is the last line of the answer. */
    JsonNode bulk(BulkFile file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/admin/products:bulk"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + adminKey)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(file.pieces()))
                .build();
        HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            String last = lines.reduce("", (before, line) -> line);
            if (answer.statusCode() != 200) {
                throw new IOException("a file of products: " + answer.statusCode() + " " + last);
            }
            return JSON.readTree(last).at("/summary");
        }
    }

    /** Delivers an event; gives the status. */
    int deliver(String event, String signature) throws IOException, InterruptedException {
        return http.send(
                        json("POST", "/v1/webhooks/stripe", event, Map.of("Stripe-Signature", signature)),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** How many events are stored and not yet worked on. */
    long waiting() throws IOException, InterruptedException {
        return read("/v1/admin/stripe-events?status=waiting&page=1&limit=1")
                .at("/page/total")
                .asLong();
    }

    private HttpRequest json(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + ": " + answer.statusCode() + " "
                    + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
