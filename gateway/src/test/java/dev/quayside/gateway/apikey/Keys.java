package dev.quayside.gateway.apikey;

import static io.restassured.RestAssured.given;

import dev.quayside.gateway.testing.GatewayResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** API keys for tests, made and used as callers do. */
final class Keys {
    private static final String PATH = "/v1/admin/api-keys";

    private Keys() {}

    /** A key that a test has made. */
    record Made(String id, String name, String secret) {
        RequestSpecification caller() {
            return Keys.with(secret);
        }
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    static RequestSpecification admin() {
        return with(GatewayResource.ADMIN_KEY);
    }

    static Map<String, Object> terms(String... scopes) {
        return new HashMap<>(Map.of("name", "key " + UUID.randomUUID(), "scopes", List.of(scopes)));
    }

    static Made make(String... scopes) {
        return make(terms(scopes));
    }

    static Made make(Map<String, ?> terms) {
        Response made = post(admin(), terms);
        made.then().statusCode(201);
        return new Made(made.path("data.id"), made.path("data.name"), made.path("data.key"));
    }

    static Response post(RequestSpecification caller, Map<String, ?> terms) {
        return caller.body(terms).post(PATH);
    }

    static Response get(Made key) {
        return admin().get(PATH + "/" + key.id());
    }

    static Response list(String query) {
        return admin().get(PATH + query);
    }

    static Response patch(Made key, Map<String, ?> patch) {
        return admin().header("If-Match", "*").body(patch).patch(PATH + "/" + key.id());
    }

    static Response rotate(Made key, long overlapSeconds) {
        return admin().body(Map.of("overlapSeconds", overlapSeconds)).post(PATH + "/" + key.id() + "/rotate");
    }

    static Response revoke(Made key) {
        return admin().delete(PATH + "/" + key.id());
    }

    /** Uses a secret on a service behind the gateway. */
    static Response use(String secret) {
        return with(secret).get("/v1/admin/products");
    }
}
