package dev.quayside.endtoend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;

/** A guest with a cart: does what a storefront and Stripe.js do. */
public final class Buyer {
    private final String cart;
    private final String currency;
    private final String email;

    private Buyer(String cart, String currency, String email) {
        this.cart = cart;
        this.currency = currency;
        this.email = email;
    }

    /** The same buyer with an address of its own. */
    public Buyer as(String address) {
        return new Buyer(cart, currency, address);
    }

    /** A buyer whose cart holds so many of one thing. */
    public static Buyer with(String sku, int quantity) {
        return with(sku, quantity, "EUR");
    }

    public static Buyer with(String sku, int quantity, String currency) {
        String cart = Http.shop()
                .body("{\"currency\": \"" + currency + "\"}")
                .post("/v1/carts")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        Buyer buyer = new Buyer(cart, currency, "ada@example.com");
        buyer.put(sku, quantity).then().statusCode(200);
        return buyer;
    }

    public Response put(String sku, int quantity) {
        return Http.shop().body("{\"quantity\": " + quantity + "}").put("/v1/carts/{id}/items/{sku}", cart, sku);
    }

    public JsonPath cart() {
        return Http.shop()
                .get("/v1/carts/{id}", cart)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public Response checkout(String key, long expectedTotal) {
        return Http.shop()
                .header("Idempotency-Key", key)
                .body("""
                        {"email": "%s", "shippingMethod": "standard",
                         "shippingAddress": {"name": "Ada Lovelace", "line1": "1 Quay", "city": "Hamburg",
                                             "postalCode": "20457", "country": "DE"},
                         "expectedTotal": {"amount": %d, "currency": "%s"}}""".formatted(email, expectedTotal, currency))
                .post("/v1/carts/{id}/checkout", cart);
    }

    /** Checks out at the total that the cart shows. */
    public Response checkout() {
        return checkout(UUID.randomUUID().toString(), total());
    }

    /** Checks out as storefronts do: whoever is told to come back, because too much is going on, does so with the same key. */
    public Response checkoutInACrowd() {
        String key = UUID.randomUUID().toString();
        long total = total();
        return await("an answer that is final")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> checkout(key, total), answer -> answer.statusCode() != 503);
    }

    public long total() {
        return cart().getLong("data.totals.total.amount");
    }

    /** Checks out and expects to get an order that can be paid. */
    public Order order() {
        Order order = Order.of(checkout().then().statusCode(201).extract().jsonPath());
        return order.payable();
    }

    /**
     * An order as the buyer has it.
     *
     * @param secret the PaymentIntent's client secret, empty while Stripe cannot be reached
     * @param publishableKey what the storefront calls Stripe with
     */
    public record Order(String id, String number, String token, String secret, String publishableKey) {

        public static Order of(JsonPath answer) {
            String secret = answer.getString("data.payment.clientSecret");
            return new Order(
                    answer.getString("data.id"),
                    answer.getString("data.number"),
                    answer.getString("data.orderToken"),
                    secret == null ? "" : secret,
                    answer.getString("data.payment.publishableKey"));
        }

        /** The same order once its payment can be confirmed. */
        public Order payable() {
            if (!secret.isEmpty()) {
                return this;
            }
            String found = await("a client secret")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(
                            () -> Http.shop()
                                    .header("Order-Token", token)
                                    .get("/v1/orders/{id}/payment", id)
                                    .jsonPath()
                                    .getString("data.clientSecret"),
                            java.util.Objects::nonNull);
            return new Order(id, number, token, found, publishableKey);
        }

        public String paymentIntent() {
            return secret.substring(0, secret.indexOf("_secret_"));
        }

        /** Confirms the payment with a test card, as Stripe.js does: with the publishable key and the client secret. */
        public Response pay(String card) {
            return Http.stripe()
                    .contentType(ContentType.URLENC)
                    .header("Authorization", "Bearer " + publishableKey)
                    .formParam("client_secret", secret)
                    .formParam("payment_method", card)
                    .post("/v1/payment_intents/{id}/confirm", paymentIntent());
        }

        public Response read() {
            return Http.shop().header("Order-Token", token).get("/v1/orders/{id}", id);
        }

        public Response cancel() {
            return Http.shop().header("Order-Token", token).post("/v1/orders/{id}/cancel", id);
        }

        public void awaitState(Duration within, String status, String paymentStatus) {
            awaitOneOf(within, status + "/" + paymentStatus);
        }

        /** Waits until status and payment status are one of those, such as {@code confirmed/paid}. */
        public void awaitOneOf(Duration within, String... states) {
            await("order " + number + " " + String.join(" or ", states))
                    .atMost(within)
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> {
                        Response answer = read();
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                        JsonPath order = answer.jsonPath();
                        assertThat(order.getString("data.status") + "/" + order.getString("data.paymentStatus"))
                                .isIn((Object[]) states);
                    });
        }

        public void awaitPaid() {
            awaitState(Duration.ofSeconds(30), "confirmed", "paid");
        }
    }
}
