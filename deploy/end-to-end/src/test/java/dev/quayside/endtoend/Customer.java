package dev.quayside.endtoend;

import dev.quayside.endtoend.testing.Http;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A registered customer. */
record Customer(String id, String email, String accessToken, String refreshToken) {
    static final String PASSWORD = "correct horse battery staple";

    static Customer register() {
        return register(UUID.randomUUID() + "@example.com");
    }

    static Customer register(String email) {
        var answer = Http.shop()
                .body("{\"email\": \"%s\", \"password\": \"%s\", \"name\": \"Ada\"}".formatted(email, PASSWORD))
                .post("/v1/auth/register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return of(answer);
    }

    /** Who signed in, by the answer to that. */
    static Customer of(JsonPath answer) {
        return new Customer(
                answer.getString("data.customer.id"),
                answer.getString("data.customer.email"),
                answer.getString("data.accessToken"),
                answer.getString("data.refreshToken"));
    }

    RequestSpecification request() {
        return Http.shop().header("Authorization", "Bearer " + accessToken);
    }

    /** Orders one thing with a cart of the customer's own and gives the order's id. */
    String buys(String sku) {
        return checkout(sku, "").then().statusCode(201).extract().path("data.id");
    }

    /** Checks out one thing with a cart of the customer's own. */
    Response checkout(String sku, String moreFields) {
        String cart = request()
                .body("{\"currency\": \"EUR\"}")
                .post("/v1/carts")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        int total = request()
                .body("{\"quantity\": 1}")
                .put("/v1/carts/{id}/items/{sku}", cart, sku)
                .then()
                .statusCode(200)
                .extract()
                .path("data.totals.total.amount");
        Http.shop().get("/v1/carts/{id}", cart).then().statusCode(404);
        return request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"email": "%s", "shippingMethod": "standard",
                         "shippingAddress": {"name": "Ada", "line1": "1 Quay", "city": "Hamburg",
                                             "postalCode": "20457", "country": "DE"},
                         %s "expectedTotal": {"amount": %d, "currency": "EUR"}}""".formatted(email, moreFields, total))
                .post("/v1/carts/{id}/checkout", cart);
    }

    /** Saves a card as Stripe.js does and gives its id. */
    String saves(String card) {
        JsonPath setup = request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/payment-methods/setups")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return Http.stripe()
                .contentType(ContentType.URLENC)
                .header("Authorization", "Bearer " + setup.getString("data.publishableKey"))
                .formParam("client_secret", setup.getString("data.clientSecret"))
                .formParam("payment_method", card)
                .post("/v1/setup_intents/{id}/confirm", setup.getString("data.id"))
                .then()
                .statusCode(200)
                .extract()
                .path("payment_method");
    }

    /** The ids of the saved cards, as the list shows them. */
    List<String> cards() {
        return request()
                .get("/v1/payment-methods")
                .then()
                .statusCode(200)
                .extract()
                .path("data.id");
    }
}
