package dev.quayside.gateway.customer;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** Customers for tests, each with an address that no other test has. */
final class Fixtures {
    static final String PASSWORD = "correct horse battery";

    private Fixtures() {}

    static String newEmail() {
        return "ada." + UUID.randomUUID() + "@example.com";
    }

    static Response post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    static Response register(String email) {
        return post("/v1/auth/register", Map.of("email", email, "password", PASSWORD, "name", "Ada Lovelace"));
    }

    static Response login(String email, String password) {
        return post("/v1/auth/login", Map.of("email", email, "password", password));
    }

    static Response refresh(String token) {
        return post("/v1/auth/refresh", Map.of("refreshToken", token));
    }

    static Response logout(String token) {
        return post("/v1/auth/logout", Map.of("refreshToken", token));
    }
}
