package dev.quayside.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.Mailbox;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class EmailChangeIT {
    @Inject
    RedisDataSource redis;

    private Account ada = new Account("", "", "", "");
    private final String newEmail = Account.newEmail();

    @BeforeEach
    void register() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
        ada = Account.register();
    }

    @Test
    void theAddressIsChangedWhenTheNewOneIsVerifiedAndTheOldOneIsTold() {
        change(newEmail).then().statusCode(202);
        String token = new Mailbox(newEmail).token("change-email");
        ada.mailbox().newest("email-change-asked", 1);
        ada.me().then().body("data.email", equalTo(ada.email()));
        verify(token).then().statusCode(204);
        ada.me().then().body("data.email", equalTo(newEmail)).body("data.emailVerified", equalTo(true));
        ada.login(Account.PASSWORD).then().statusCode(401);
        refused(verify(token));
    }

    @Test
    void linksThatWereMailedToTheOldAddressOpenNothingAfterwards() {
        String verifyOld = ada.mailbox().token("verify-email");
        Account.post("/v1/auth/password/forgot", Map.of("email", ada.email()));
        String resetOld = ada.mailbox().token("reset-password");
        change(newEmail);
        verify(new Mailbox(newEmail).token("change-email")).then().statusCode(204);
        refused(verify(verifyOld));
        refused(Account.post("/v1/auth/password/reset", Map.of("token", resetOld, "password", "another password")));
    }

    @Test
    void aNewPasswordMakesAChangeThatWasAskedForImpossible() {
        change(newEmail);
        String token = new Mailbox(newEmail).token("change-email");
        ada.request()
                .body(Map.of("currentPassword", Account.PASSWORD, "newPassword", "another password"))
                .post("/v1/customers/me/password")
                .then()
                .statusCode(204);
        refused(verify(token));
    }

    @Test
    void ofTwoChangesTheLaterCounts() {
        change(Account.newEmail());
        change(newEmail);
        verify(new Mailbox(newEmail).token("change-email")).then().statusCode(204);
        ada.me().then().body("data.email", equalTo(newEmail));
    }

    @Test
    void thatTheNewAddressHasAnAccountIsSaidOnlyToWhoReadsThere() {
        Account other = Account.register();
        Response free = change(newEmail);
        Response taken = change(other.email());
        assertThat(taken.statusCode()).isEqualTo(202).isEqualTo(free.statusCode());
        assertThat(taken.asString()).isEqualTo(free.asString());
        verify(other.mailbox().token("change-email")).then().statusCode(409).body("code", equalTo("email_taken"));
        ada.me().then().body("data.email", equalTo(ada.email()));
    }

    @Test
    void itNeedsThePasswordAndAnAddressThatIsOneAndIsNew() {
        ada.request()
                .body(Map.of("email", newEmail, "currentPassword", "not the password"))
                .post("/v1/customers/me/email")
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong_password"))
                .body("errors[0].field", equalTo("currentPassword"));
        change("not an address").then().statusCode(422).body("errors[0].field", equalTo("email"));
        change(ada.email()).then().statusCode(422).body("errors[0].code", equalTo("unchanged"));
        change(null).then().statusCode(422);
        ada.request()
                .body(Map.of("email", newEmail))
                .post("/v1/customers/me/email")
                .then()
                .statusCode(422);
        ada.request()
                .body(Map.of("email", newEmail, "currentPassword", Account.PASSWORD, "verified", true))
                .post("/v1/customers/me/email")
                .then()
                .statusCode(400);
        ada.request().body("[").post("/v1/customers/me/email").then().statusCode(400);
        assertThat(new Mailbox(newEmail).files("change-email")).isEmpty();
    }

    private Response change(@org.jspecify.annotations.Nullable String email) {
        return ada.request()
                .body(
                        email == null
                                ? Map.of("currentPassword", Account.PASSWORD)
                                : Map.of("email", email, "currentPassword", Account.PASSWORD))
                .post("/v1/customers/me/email");
    }

    private static Response verify(String token) {
        return Account.post("/v1/auth/email/verify", Map.of("token", token));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("code", equalTo("invalid_link"));
    }
}
