package dev.quayside.gateway.staff;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.quayside.gateway.staff.People.act;
import static dev.quayside.gateway.staff.People.admin;
import static dev.quayside.gateway.staff.People.logout;
import static dev.quayside.gateway.staff.People.patch;
import static dev.quayside.gateway.staff.People.refresh;
import static dev.quayside.gateway.staff.People.role;
import static dev.quayside.gateway.staff.People.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class RightsOfTheMomentIT {
    @Inject
    DataSource database;

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void theCallersTokenGrantsNothingAndTheServicesSeeTheScopesOfTheMoment() {
        People.SignedIn person = signedIn("merchandiser");
        assertThat(claims(person.accessToken()).getList("groups", String.class)).containsExactly("staff");
        use(person).then().statusCode(200);
        JsonPath seen = claims(onward());
        assertThat(seen.getList("groups", String.class))
                .containsExactlyInAnyOrder("staff", "catalog:read", "catalog:write", "stock:read", "stock:write");
        assertThat(seen.getString("sub")).isEqualTo(person.person().id());
        assertThat(seen.getString("actor")).isEqualTo("staff");
        assertThat(seen.getString("name")).isEqualTo("Grace Hopper");
        assertThat(seen.getString("sid")).isNull();
    }

    @Test
    void aChangeOfRolesCountsForTheTokensThatAreOut() {
        String role = role("users:read");
        People.SignedIn person = signedIn(role);
        person.caller().get("/v1/admin/users").then().statusCode(200);
        patch(admin(), person.person().id(), Map.of("roles", List.of("support")))
                .then()
                .statusCode(200);
        person.caller().get("/v1/admin/users").then().statusCode(403).body("detail", containsString("users:read"));
        patch(admin(), person.person().id(), Map.of("roles", List.of(role)))
                .then()
                .statusCode(200);
        person.caller().get("/v1/admin/users").then().statusCode(200);
        admin().body(Map.of("scopes", List.of("orders:read")))
                .put("/v1/admin/roles/" + role)
                .then()
                .statusCode(200);
        person.caller().get("/v1/admin/users").then().statusCode(403);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesBackBySigningInAgain() {
        People.SignedIn person = signedIn("merchandiser");
        use(person).then().statusCode(200);
        act(admin(), person.person().id(), "disable").then().statusCode(200).body("data.status", equalTo("disabled"));
        use(person).then().statusCode(401).body("code", equalTo("unauthenticated"));
        refresh(person.refreshToken()).then().statusCode(401).body("code", equalTo("invalid_refresh_token"));
        act(admin(), person.person().id(), "disable").then().statusCode(200);
        act(admin(), person.person().id(), "enable").then().statusCode(200).body("data.status", equalTo("active"));
        use(person).then().statusCode(401);
        refresh(person.refreshToken()).then().statusCode(401);
        use(person.person().signsIn()).then().statusCode(200);
    }

    @Test
    void whatAnotherInstanceChangesIsSeenHere() {
        People.SignedIn person = signedIn("merchandiser");
        use(person).then().statusCode(200);
        Database.update(
                database,
                "update staff_users set status = 'DISABLED' where id = ?",
                UUID.fromString(person.person().id()));
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> use(person).then().statusCode(401));
    }

    @Test
    void refreshingAndSigningOutAreTheSameCallsAsCustomers() {
        People.SignedIn person = signedIn("merchandiser");
        Response next = refresh(person.refreshToken());
        next.then().statusCode(200).body("data.user.id", equalTo(person.person().id()));
        People.SignedIn renewed =
                new People.SignedIn(person.person(), next.path("data.accessToken"), next.path("data.refreshToken"));
        use(renewed).then().statusCode(200);
        logout(renewed.refreshToken()).then().statusCode(204);
        refresh(renewed.refreshToken()).then().statusCode(401);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> use(renewed).then().statusCode(401));
    }

    @Test
    void aStaffSignInWaitsADayForItsRefresh() {
        People.SignedIn person = signedIn("merchandiser");
        assertThat(Database.one(
                        database,
                        "select max(t.expires_at) - max(t.issued_at) from refresh_tokens t join sessions s"
                                + " on s.id = t.session_id where s.staff_id = ?",
                        UUID.fromString(person.person().id())))
                .isIn("1 day", "24:00:00");
    }

    private static Response use(People.SignedIn person) {
        return person.caller().get("/v1/admin/products");
    }

    private static String onward() {
        return Services.catalog()
                .findAll(getRequestedFor(anyUrl()))
                .get(0)
                .getHeader("Authorization")
                .substring("Bearer ".length());
    }

    private static JsonPath claims(String token) {
        return new JsonPath(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
