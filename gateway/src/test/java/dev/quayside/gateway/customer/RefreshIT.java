package dev.quayside.gateway.customer;

import static dev.quayside.gateway.customer.Fixtures.logout;
import static dev.quayside.gateway.customer.Fixtures.newEmail;
import static dev.quayside.gateway.customer.Fixtures.refresh;
import static dev.quayside.gateway.customer.Fixtures.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Mailbox;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class RefreshIT {
    @Inject
    DataSource database;

    private String email = "";
    private String first = "";
    private String customerId = "";

    @BeforeEach
    void signIn() {
        email = newEmail();
        Response registered = register(email);
        first = token(registered);
        customerId = registered.path("data.customer.id");
    }

    @Test
    void aTokenIsTradedForItsSuccessorAndSoOn() {
        String second = token(refresh(first));
        String third = token(refresh(second));
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void aSecondUseWithinTenSecondsGetsTheSameSuccessor() {
        String second = token(refresh(first));
        assertThat(token(refresh(first))).isEqualTo(second);
        token(refresh(second));
    }

    @Test
    void ofManyUsesAtOnceAllGetTheOneSuccessor() {
        List<String> uses = Together.times(24, () -> token(refresh(first)));
        assertThat(uses).containsOnly(uses.get(0));
        assertThat(count()).isEqualTo("2");
    }

    @Test
    void aUseAfterTenSecondsIsTheftAndEndsTheWholeSignIn() {
        String second = token(refresh(first));
        moveUsesBack("11 seconds");
        refused(refresh(first));
        refused(refresh(second));
        assertThat(endReason()).isEqualTo("REUSED");
        new Mailbox(email).newest("sign-in-stolen", 1);
        given().header("Authorization", "Bearer " + GatewayResource.ADMIN_KEY)
                .get("/v1/admin/audit-log?action=sign_in.stolen&subjectId=" + customerId)
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].subject.type", equalTo("customer"))
                .body("data[0].actor.kind", equalTo("service"));
    }

    @Test
    void anotherSignInOfTheSameCustomerGoesOnAfterATheft() {
        Response other = register(newEmail());
        String kept = token(other);
        Database.update(
                database,
                "update sessions set customer_id = ? where customer_id = ?",
                UUID.fromString(customerId),
                UUID.fromString(other.path("data.customer.id")));
        token(refresh(first));
        moveUsesBack("11 seconds");
        refused(refresh(first));
        token(refresh(kept));
    }

    @Test
    void signingOutEndsTheSignInAndCanBeRepeated() {
        String second = token(refresh(first));
        logout(second).then().statusCode(204);
        logout(second).then().statusCode(204);
        refused(refresh(second));
        refused(refresh(first));
        assertThat(endReason()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void anExpiredTokenIsRefused() {
        Database.update(
                database,
                "update refresh_tokens set issued_at = now() - interval '31 days',"
                        + " expires_at = now() - interval '1 second' where session_id in"
                        + " (select id from sessions where customer_id = ?)",
                UUID.fromString(customerId));
        refused(refresh(first));
    }

    @Test
    void whatIsNoTokenOfOursIsRefusedAndNeedsNoSigningOut() {
        for (String text : List.of("", "x", "A".repeat(43), "A".repeat(100), "ü", first + "=")) {
            refused(refresh(text + "!"));
            logout(text + "!").then().statusCode(org.hamcrest.Matchers.oneOf(204, 422));
        }
        refused(refresh("A".repeat(43)));
        logout("A".repeat(43)).then().statusCode(204);
        refresh("A".repeat(101)).then().statusCode(422);
    }

    @Test
    void theTableDoesNotHoldATokenInClear() {
        String second = token(refresh(first));
        String rows = Database.one(
                database,
                "select string_agg(t::text, ' ') from refresh_tokens t join sessions s on"
                        + " s.id = t.session_id where s.customer_id = ?",
                UUID.fromString(customerId));
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(second);
        assertThat(rows).doesNotContain(first, second, java.util.HexFormat.of().formatHex(bytes));
    }

    private static String token(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer.path("data.refreshToken");
    }

    private static void refused(Response answer) {
        if (answer.statusCode() != 422) {
            answer.then().statusCode(401).body("code", equalTo("invalid_refresh_token"));
        }
    }

    private void moveUsesBack(String interval) {
        Database.update(
                database,
                "update refresh_tokens set used_at = used_at - cast(? as interval) where session_id in"
                        + " (select id from sessions where customer_id = ?)",
                interval,
                UUID.fromString(customerId));
    }

    private String endReason() {
        return Database.one(
                database, "select end_reason from sessions where customer_id = ?", UUID.fromString(customerId));
    }

    private String count() {
        return Database.one(
                database,
                "select count(*) from refresh_tokens t join sessions s on s.id = t.session_id"
                        + " where s.customer_id = ?",
                UUID.fromString(customerId));
    }
}
