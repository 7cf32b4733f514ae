package dev.quayside.gateway.staff;

import static io.restassured.RestAssured.given;

import dev.quayside.gateway.testing.GatewayResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members of staff for tests, each with an address that no other test has. */
final class People {
    static final String PASSWORD = "correct horse battery staple";
    private static final String PATH = "/v1/admin/users";

    private People() {}

    /** Somebody who was invited, and has chosen a password or not. */
    record Person(String id, String email, String invitation) {
        Person accepts() {
            accept(invitation, PASSWORD).then().statusCode(204);
            return this;
        }

        SignedIn signsIn() {
            Response answer = login(email, PASSWORD);
            answer.then().statusCode(200);
            return new SignedIn(this, answer.path("data.accessToken"), answer.path("data.refreshToken"));
        }
    }

    /** Somebody who is signed in. */
    record SignedIn(Person person, String accessToken, String refreshToken) {
        RequestSpecification caller() {
            return with(accessToken);
        }
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    static RequestSpecification admin() {
        return with(GatewayResource.ADMIN_KEY);
    }

    static String newEmail() {
        return "grace." + UUID.randomUUID() + "@example.com";
    }

    static Response invite(RequestSpecification caller, String email, String... roles) {
        return caller.body(Map.of("email", email, "name", "Grace Hopper", "roles", List.of(roles)))
                .post(PATH);
    }

    static Person invited(String... roles) {
        String email = newEmail();
        Response made = invite(admin(), email, roles);
        made.then().statusCode(201);
        return new Person(made.path("data.id"), email, made.path("data.invitation.token"));
    }

    static SignedIn signedIn(String... roles) {
        return invited(roles).accepts().signsIn();
    }

    static Response accept(String token, String password) {
        return post("/v1/auth/staff/invitation", Map.of("token", token, "password", password));
    }

    static Response login(String email, String password) {
        return post("/v1/auth/staff/login", Map.of("email", email, "password", password));
    }

    static Response refresh(String token) {
        return post("/v1/auth/refresh", Map.of("refreshToken", token));
    }

    static Response logout(String token) {
        return post("/v1/auth/logout", Map.of("refreshToken", token));
    }

    static Response get(String id) {
        return admin().get(PATH + "/" + id);
    }

    static Response list(String query) {
        return admin().get(PATH + query);
    }

    static Response patch(RequestSpecification caller, String id, Map<String, ?> patch) {
        return caller.header("If-Match", "*").body(patch).patch(PATH + "/" + id);
    }

    /** {@code disable}, {@code enable} or {@code invitation}. */
    static Response act(RequestSpecification caller, String id, String action) {
        return caller.post(PATH + "/" + id + "/" + action);
    }

    static Response delete(RequestSpecification caller, String id) {
        return caller.delete(PATH + "/" + id);
    }

    /** A role of a test's own. */
    static String role(String... scopes) {
        String name = "role-" + UUID.randomUUID();
        admin().body(Map.of("name", name, "scopes", List.of(scopes)))
                .post("/v1/admin/roles")
                .then()
                .statusCode(201);
        return name;
    }

    private static Response post(String path, Map<String, ?> body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
