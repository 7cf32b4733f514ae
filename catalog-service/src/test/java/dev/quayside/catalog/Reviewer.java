package dev.quayside.catalog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.quayside.catalog.Fixtures.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.quayside.kit.testing.IdentityResource;
import dev.quayside.kit.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A customer, and what order-service says about that customer's purchases. */
record Reviewer(UUID id) {
    static final String PURCHASES = "/internal/v1/purchases";
    private static final String STAFF = Tokens.staff("reviews:read", "reviews:write");

    /** Somebody who has bought everything. */
    static Reviewer buyer() {
        return new Reviewer(UUID.randomUUID()).answered(okJson("{\"data\": {\"bought\": true}}"));
    }

    /** Somebody who has bought nothing. */
    static Reviewer stranger() {
        return new Reviewer(UUID.randomUUID()).answered(okJson("{\"data\": {\"bought\": false}}"));
    }

    /** From now on nobody can tell what this customer has bought. */
    Reviewer withoutAnswer(int status) {
        return answered(aResponse().withStatus(status));
    }

    private Reviewer answered(ResponseDefinitionBuilder answer) {
        IdentityResource.gateway()
                .stubFor(post(PURCHASES)
                        .withRequestBody(matchingJsonPath("$.customerId", equalTo(id.toString())))
                        .willReturn(answer));
        return this;
    }

    RequestSpecification request() {
        return json().auth().oauth2(Tokens.customer(id));
    }

    Response writes(String product, int rating) {
        return writes(product, "{\"rating\": %d, \"author\": \"Ada L.\"}".formatted(rating));
    }

    Response writes(String product, String body) {
        return request().body(body).put("/v1/products/" + product + "/reviews/mine");
    }

    Response reads(String product) {
        return request().get("/v1/products/" + product + "/reviews/mine");
    }

    /** Writes a review; its id. */
    String wrote(String product, int rating) {
        return writes(product, rating).then().statusCode(201).extract().path("data.id");
    }

    /** Writes a review that everybody sees; its id. */
    String published(String product, int rating) {
        String id = wrote(product, rating);
        approve(id).then().statusCode(200);
        return id;
    }

    Response votesFor(String review) {
        return request().put("/v1/reviews/" + review + "/helpful");
    }

    static RequestSpecification staff() {
        return json().auth().oauth2(STAFF).header("If-Match", "*");
    }

    static Response approve(String review) {
        return staff().post("/v1/admin/reviews/" + review + "/approve");
    }

    static Response reject(String review, String reason) {
        return staff().body("{\"reason\": \"%s\"}".formatted(reason)).post("/v1/admin/reviews/" + review + "/reject");
    }

    static Response answer(String review, String text) {
        return staff().body("{\"text\": \"%s\"}".formatted(text)).put("/v1/admin/reviews/" + review + "/answer");
    }

    /** What everybody sees of a product's reviews. */
    static Response list(String product, String query) {
        return json().get("/v1/products/" + product + "/reviews" + query);
    }
}
