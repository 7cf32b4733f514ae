package dev.quayside.gateway.staff;

import static dev.quayside.gateway.staff.People.PASSWORD;
import static dev.quayside.gateway.staff.People.accept;
import static dev.quayside.gateway.staff.People.act;
import static dev.quayside.gateway.staff.People.admin;
import static dev.quayside.gateway.staff.People.get;
import static dev.quayside.gateway.staff.People.invite;
import static dev.quayside.gateway.staff.People.invited;
import static dev.quayside.gateway.staff.People.list;
import static dev.quayside.gateway.staff.People.login;
import static dev.quayside.gateway.staff.People.newEmail;
import static dev.quayside.gateway.staff.People.patch;
import static dev.quayside.gateway.staff.People.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@GatewayTest
class StaffIT {
    @Inject
    DataSource database;

    @Test
    void anInvitedPersonChoosesAPasswordOnceAndSignsIn() {
        String email = newEmail();
        Response made = invite(admin(), email.toUpperCase(java.util.Locale.ROOT), "support");
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", endsWith("/v1/admin/users/" + made.path("data.id")))
                .body("data.email", equalTo(email))
                .body("data.status", equalTo("invited"))
                .body("data.roles", contains("support"))
                .body("data.scopes", hasItem("refunds:write"))
                .body("data.invitation.token", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("data.invitation.expiresAt", matchesPattern("\\d{4}-.*Z"));
        String token = made.path("data.invitation.token");
        assertThat(Database.one(database, "select string_agg(i::text, '') from staff_invitations i"))
                .doesNotContain(token);
        login(email, PASSWORD).then().statusCode(401).body("code", equalTo("invalid_credentials"));
        accept(token, PASSWORD).then().statusCode(204);
        accept(token, PASSWORD + " 2").then().statusCode(401).body("code", equalTo("invalid_invitation"));
        login(email, PASSWORD)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.user.email", equalTo(email))
                .body("data.user.status", equalTo("active"))
                .body("data.refreshToken", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("data.expiresIn", equalTo(600));
        get(made.path("data.id")).then().body("data.lastSignInAt", matchesPattern("\\d{4}-.*Z"));
    }

    @Test
    void anInvitationEndsByTimeByANewOneAndByDisabling() {
        People.Person late = invited("support");
        Database.update(
                database,
                "update staff_invitations set created_at = now() - interval '8 days',"
                        + " expires_at = now() - interval '1 second' where user_id = ?",
                UUID.fromString(late.id()));
        accept(late.invitation(), PASSWORD).then().statusCode(401);
        String second = act(admin(), late.id(), "invitation").path("data.invitation.token");
        String third = act(admin(), late.id(), "invitation").path("data.invitation.token");
        accept(second, PASSWORD).then().statusCode(401);
        accept(third, PASSWORD).then().statusCode(204);
        People.Person stopped = invited("support");
        act(admin(), stopped.id(), "disable").then().statusCode(200);
        accept(stopped.invitation(), PASSWORD).then().statusCode(401);
        act(admin(), stopped.id(), "invitation").then().statusCode(409).body("code", equalTo("user_disabled"));
        act(admin(), stopped.id(), "enable").then().statusCode(200).body("data.status", equalTo("invited"));
    }

    @Test
    void aNewInvitationOfAnActiveUserIsANewPassword() {
        People.SignedIn before = People.signedIn("support");
        String token = act(admin(), before.person().id(), "invitation").path("data.invitation.token");
        People.refresh(before.refreshToken()).then().statusCode(200);
        accept(token, "another long password").then().statusCode(204);
        login(before.person().email(), PASSWORD).then().statusCode(401);
        login(before.person().email(), "another long password").then().statusCode(200);
        People.refresh(before.refreshToken()).then().statusCode(401);
        before.caller().get("/v1/admin/users").then().statusCode(401);
    }

    @Test
    void anUnknownAWrongAnInvitedAndADisabledAreRefusedWithTheSameWords() {
        People.Person waiting = invited("support");
        People.Person active = invited("support").accepts();
        People.Person disabled = invited("support").accepts();
        act(admin(), disabled.id(), "disable").then().statusCode(200);
        List<Map<String, Object>> answers = List.of(
                refusal(newEmail(), PASSWORD),
                refusal(active.email(), "not the password"),
                refusal(waiting.email(), PASSWORD),
                refusal(disabled.email(), PASSWORD));
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).containsEntry("code", "invalid_credentials").containsEntry("status", 401);
    }

    @Test
    void staffAreNoCustomersAndCustomersNoStaff() {
        People.Person person = invited("support").accepts();
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", person.email(), "password", PASSWORD))
                .post("/v1/auth/login")
                .then()
                .statusCode(401);
        Response customer = io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", person.email(), "password", PASSWORD, "name", "Grace"))
                .post("/v1/auth/register");
        customer.then().statusCode(201);
        person.signsIn().caller().get("/v1/customers/me").then().statusCode(403);
        People.with(customer.path("data.accessToken"))
                .get("/v1/admin/users")
                .then()
                .statusCode(403);
    }

    @Test
    void usersAreFoundByNameAddressStatusAndRolePageByPage() {
        String mark = UUID.randomUUID().toString();
        String role = role("stock:read");
        for (int i = 0; i < 3; i++) {
            String email = i + "-" + mark + "@example.com";
            String id = invite(admin(), email, i == 0 ? role : "support").path("data.id");
            if (i == 2) {
                act(admin(), id, "disable");
            }
        }
        String q = "?q=" + mark.toUpperCase(java.util.Locale.ROOT);
        list(q).then().body("data.size()", equalTo(3));
        list(q + "&q2=x").then().statusCode(400);
        list(q + "&status=disabled").then().body("data.email", contains("2-" + mark + "@example.com"));
        list(q + "&role=" + role).then().body("data.email", contains("0-" + mark + "@example.com"));
        list("?status=lost").then().statusCode(400).body("code", equalTo("invalid_parameter"));
        Response first = list(q + "&sort=-email&limit=2");
        first.then().body("data.email", contains("2-" + mark + "@example.com", "1-" + mark + "@example.com"));
        admin().urlEncodingEnabled(false)
                .get(first.<String>path("page.next"))
                .then()
                .body("data.email", contains("0-" + mark + "@example.com"))
                .body("page.next", nullValue());
    }

    @Test
    void nameAndRolesAreChangedFromTheStateThatWasRead() {
        People.Person person = invited("support");
        admin().body(Map.of("name", "x"))
                .patch("/v1/admin/users/" + person.id())
                .then()
                .statusCode(428);
        patch(admin(), person.id(), Map.of("roles", List.of("viewer", "merchandiser")))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.name", equalTo("Grace Hopper"))
                .body("data.roles", contains("merchandiser", "viewer"));
        patch(admin(), person.id(), Map.of("roles", List.of("merchandiser", "viewer", "viewer")))
                .then()
                .header("ETag", "\"2\"");
        admin().header("If-Match", "\"1\"")
                .body(Map.of("name", "x"))
                .patch("/v1/admin/users/" + person.id())
                .then()
                .statusCode(412)
                .body("current.id", equalTo(person.id()));
        patch(admin(), person.id(), Map.of("roles", List.of())).then().body("data.scopes", equalTo(List.of()));
        People.delete(admin(), person.id()).then().statusCode(204);
        get(person.id()).then().statusCode(404).body("code", equalTo("user_not_found"));
        invite(admin(), person.email(), "support").then().statusCode(201);
    }

    @Test
    void nobodyInvitesManagesOrLiftsBeyondTheirOwnRights() {
        People.SignedIn clerk = People.signedIn(role("users:read", "users:write", "orders:read"));
        invite(clerk.caller(), newEmail(), "owner")
                .then()
                .statusCode(403)
                .body("code", equalTo("rights_exceeded"))
                .body("missing", hasItem("refunds:write"));
        invite(clerk.caller(), newEmail(), role("orders:read")).then().statusCode(201);
        patch(clerk.caller(), clerk.person().id(), Map.of("roles", List.of("owner")))
                .then()
                .statusCode(403);
        People.Person mightier = invited("manager").accepts();
        patch(clerk.caller(), mightier.id(), Map.of("name", "x")).then().statusCode(403);
        for (String action : List.of("disable", "enable", "invitation")) {
            act(clerk.caller(), mightier.id(), action).then().statusCode(403).body("code", equalTo("rights_exceeded"));
        }
        People.delete(clerk.caller(), mightier.id()).then().statusCode(403);
        clerk.caller().get("/v1/admin/users/" + mightier.id()).then().statusCode(200);
        mightier.signsIn();
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() {
        refused("email", "not an address", "email");
        refused("email", newEmail().replace("@", "\u0000@"), null);
        refused("name", " ", "name");
        refused("name", "\u2003", "name");
        refused("name", "a\nb", "name");
        refused("roles", List.of("support", "no-such-role"), "roles[1]");
        refused("admin", true, null);
        People.Person person = invited("support");
        invite(admin(), person.email(), "support").then().statusCode(409).body("code", equalTo("email_taken"));
        patch(admin(), person.id(), Collections.singletonMap("name", null))
                .then()
                .statusCode(422);
        patch(admin(), person.id(), Map.of("email", "x@example.com")).then().statusCode(400);
        admin().header("If-Match", "*")
                .body("[]")
                .patch("/v1/admin/users/" + person.id())
                .then()
                .statusCode(400);
        accept(person.invitation(), "short").then().statusCode(422).body("errors.field", hasItem("password"));
        accept("x".repeat(101), PASSWORD).then().statusCode(422);
        accept("x", PASSWORD).then().statusCode(401);
        login("x".repeat(300), PASSWORD).then().statusCode(422);
        admin().body("{\"email\":").post("/v1/admin/users").then().statusCode(400);
        get("no-uuid").then().statusCode(404);
        act(admin(), UUID.randomUUID().toString(), "disable").then().statusCode(404);
    }

    private static void refused(String field, Object value, @org.jspecify.annotations.Nullable String named) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("email", newEmail(), "name", "Grace", "roles", List.of("support")));
        wanted.put(field, value);
        Response answer = admin().body(wanted).post("/v1/admin/users");
        if (named == null) {
            assertThat(answer.statusCode()).isIn(400, 422);
        } else {
            answer.then().statusCode(422).body("errors.field", hasItem(named));
        }
    }

    private static Map<String, Object> refusal(String email, String password) {
        Map<String, Object> body = login(email, password).jsonPath().getMap("");
        body.remove("requestId");
        return body;
    }
}
