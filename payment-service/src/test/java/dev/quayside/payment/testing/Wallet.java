package dev.quayside.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A signed-in customer with saved cards, who calls the public API and finishes setups with Stripe. */
public record Wallet(UUID customer, String token) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Wallet ofSomebody() {
        UUID customer = UUID.randomUUID();
        return new Wallet(customer, Tokens.customer(customer));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public Response setup(String key) {
        return request().header("Idempotency-Key", key).post("/v1/payment-methods/setups");
    }

    /** Begins to save a card and answers the SetupIntent. */
    public String begun() {
        return setup(UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    /** Saves a test card with Stripe, and answers its id there; the service may not know yet. */
    public String saved(String card) {
        return Stripe.finish(begun(), card).getPaymentMethod();
    }

    /** Saves a test card, and waits until the service is done with it. */
    public String known(String card) {
        String method = saved(card);
        await().atMost(PATIENCE).until(() -> get(method).statusCode() == 200);
        return method;
    }

    public Response get(String method) {
        return request().get("/v1/payment-methods/" + method);
    }

    public Response makeDefault(String method) {
        return request().put("/v1/payment-methods/" + method + "/default");
    }

    public Response remove(String method) {
        return request().delete("/v1/payment-methods/" + method);
    }

    public JsonPath list() {
        return request()
                .get("/v1/payment-methods")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public List<String> methods() {
        return list().getList("data.id", String.class);
    }

    /** The default's id, or {@code none}. */
    public String preferred() {
        List<String> found = list().getList("data.findAll { it.default }.id", String.class);
        return found.isEmpty() ? "none" : String.join(" ", found);
    }
}
