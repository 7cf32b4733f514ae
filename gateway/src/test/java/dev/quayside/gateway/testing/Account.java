package dev.quayside.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A registered customer with an address that no other test has. */
public record Account(String id, String email, String accessToken, String refreshToken) {
    public static final String PASSWORD = "correct horse battery";

    public static String newEmail() {
        return "grace." + UUID.randomUUID() + "@example.com";
    }

    public static Account register() {
        String email = newEmail();
        return of(post("/v1/auth/register", Map.of("email", email, "password", PASSWORD, "name", "Grace Hopper")));
    }

    /** Signs in once more. */
    public Account again() {
        return of(login(PASSWORD));
    }

    public Response login(String password) {
        return post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    public Response refresh() {
        return post("/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    public Mailbox mailbox() {
        return new Mailbox(email);
    }

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + accessToken).contentType(ContentType.JSON);
    }

    /** What the account says of itself. */
    public Response me() {
        return request().get("/v1/customers/me");
    }

    /** Follows the link of the mail that registering has sent. */
    public Account verified() {
        post("/v1/auth/email/verify", Map.of("token", mailbox().token("verify-email")))
                .then()
                .statusCode(204);
        return this;
    }

    public static Response post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    /** Who has signed in. */
    public static Account of(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return new Account(
                answer.path("data.customer.id"),
                answer.path("data.customer.email"),
                answer.path("data.accessToken"),
                answer.path("data.refreshToken"));
    }
}
