package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staff, roles and API keys from the command line, and what they open in the running shop. */
@EndToEnd
class UsersScriptIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void anInvitedPersonWorksWithTheRolesOfTheMomentUntilDisabled() {
        String email = UUID.randomUUID() + "@example.com";
        String role = "night-" + UUID.randomUUID();
        users("role-set", role, "catalog:read", "Reads \"at night\"").good();
        assertThat(users("--search", role, "role-list").good())
                .isEqualTo(role + "\tcatalog:read\tReads \\\"at night\\\"");
        String token = users("--secret", "invite", email, "Grace Hopper", role).good();
        assertThat(users("--search", email, "list").good()).isEqualTo(email + "\tinvited\t" + role + "\tGrace Hopper");
        Http.shop()
                .body("{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, PASSWORD))
                .post("/v1/auth/staff/invitation")
                .then()
                .statusCode(204);
        String access = Http.shop()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
                .post("/v1/auth/staff/login")
                .then()
                .statusCode(200)
                .extract()
                .path("data.accessToken");
        call(access, "/v1/admin/products").then().statusCode(200);
        call(access, "/v1/admin/orders").then().statusCode(403);
        users("roles", email, role + ",support").good();
        call(access, "/v1/admin/orders").then().statusCode(200);
        users("disable", email).good();
        call(access, "/v1/admin/products").then().statusCode(401);
        assertThat(users("role-delete", role).exit()).isEqualTo(1);
        users("delete", email).good();
        users("role-delete", role).good();
    }

    @Test
    void aKeyIsMadeRotatedAndRevoked() {
        String name = "sync " + UUID.randomUUID();
        String first = users("--secret", "--from", "127.0.0.0/8,::1", "key-create", name, "catalog:read,stock:read")
                .good();
        call(first, "/v1/admin/products").then().statusCode(200);
        String second = users("--secret", "key-rotate", name, "600").good();
        call(first, "/v1/admin/products").then().statusCode(200);
        call(second, "/v1/admin/products").then().statusCode(200);
        assertThat(users("--search", name, "key-list").good())
                .startsWith(name + "\tactive\t" + second.substring(0, 7))
                .endsWith("\tcatalog:read,stock:read");
        users("key-rotate", name, "0").good();
        call(second, "/v1/admin/products").then().statusCode(401).body("code", equalTo("api_key_expired"));
        users("key-revoke", name).good();
        assertThat(users("key-show", name)).isEqualTo(new Script.Run(1, "users: there is no " + name + "\n"));
    }

    @Test
    void wrongUseAndRefusalsHaveExitCodes() {
        assertThat(users("--help").good()).contains("key-rotate", "exit status");
        assertThat(users("scopes").good()).contains("api-keys:write\t");
        assertThat(users().exit()).isEqualTo(2);
        assertThat(users("dance").exit()).isEqualTo(2);
        assertThat(users("invite", "grace@example.com").exit()).isEqualTo(2);
        assertThat(users("--status").exit()).isEqualTo(2);
        Script.Run refused = users("key-create", "x " + UUID.randomUUID(), "everything");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.printed()).contains("validation_failed", "scopes[0]");
    }

    private static Response call(String token, String path) {
        return Http.shop().header("Authorization", "Bearer " + token).get(path);
    }

    private static Script.Run users(String... words) {
        return Script.run("users", words);
    }
}
