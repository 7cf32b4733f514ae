package dev.quayside.gateway.customer;

import static dev.quayside.gateway.customer.Fixtures.PASSWORD;
import static dev.quayside.gateway.customer.Fixtures.login;
import static dev.quayside.gateway.customer.Fixtures.newEmail;
import static dev.quayside.gateway.customer.Fixtures.post;
import static dev.quayside.gateway.customer.Fixtures.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class SigningInIT {

    @Test
    void registeringSignsInAndTheTokenTellsWhoOneIs() {
        String email = newEmail();
        Response registered = register("  " + email.toUpperCase(java.util.Locale.ROOT) + " ");
        registered
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("data.customer.email", equalTo(email))
                .body("data.customer.name", equalTo("Ada Lovelace"))
                .body("data.customer.createdAt", matchesPattern("\\d{4}-.*Z"))
                .body("data.refreshToken", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("data.expiresIn", equalTo(600));
        given().header("Authorization", "Bearer " + registered.path("data.accessToken"))
                .get("/v1/customers/me")
                .then()
                .statusCode(200)
                .body("data", equalTo(registered.path("data.customer")));
    }

    @Test
    void anAddressHasOneAccountWhateverItsCase() {
        String email = newEmail();
        register(email).then().statusCode(201);
        register(email.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("email_taken"));
    }

    @Test
    void theRightPasswordSignsInWhateverTheCaseOfTheAddress() {
        String email = newEmail();
        register(email);
        login(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                .then()
                .statusCode(200)
                .body("data.customer.email", equalTo(email));
    }

    @Test
    void anUnknownAccountAndAWrongPasswordAreAnsweredWithTheSameWords() {
        String email = newEmail();
        register(email);
        Response wrong = login(email, "not the password");
        Response unknown = login("nobody-" + UUID.randomUUID() + "@example.com", "not the password");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(withoutRequestId(wrong))
                .isEqualTo(withoutRequestId(unknown))
                .containsEntry("code", "invalid_credentials");
        assertThat(wrong.headers().asList().stream()
                        .map(header -> header.getName())
                        .sorted()
                        .toList())
                .isEqualTo(unknown.headers().asList().stream()
                        .map(header -> header.getName())
                        .sorted()
                        .toList());
    }

    @Test
    void whatIsNotAnAccountIsRefusedFieldByField() {
        post("/v1/auth/register", Map.of("email", "not an address", "password", "short", "name", " "))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.field", hasItems("email", "password", "name"));
    }

    @Test
    void bodiesThatAreNoJsonOrHoldMoreThanIsKnownAreRefused() {
        given().contentType("application/json")
                .body("{\"email\":")
                .post("/v1/auth/login")
                .then()
                .statusCode(400);
        given().contentType("application/json").post("/v1/auth/login").then().statusCode(422);
        given().contentType("text/plain")
                .body("{}")
                .post("/v1/auth/login")
                .then()
                .statusCode(415);
        post("/v1/auth/login", Map.of("email", "a@b.c", "password", "x", "admin", true))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
        post("/v1/auth/register", Map.of("email", newEmail(), "password", PASSWORD, "name", "a\u0000b"))
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    @Test
    void anOldTokenInTheHeaderDoesNotKeepOneFromSigningIn() {
        String email = newEmail();
        register(email);
        given().header("Authorization", "Bearer expired.or.broken")
                .contentType("application/json")
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/v1/auth/login")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> withoutRequestId(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("requestId");
        return body;
    }
}
