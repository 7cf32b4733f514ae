package dev.quayside.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.Mailbox;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import dev.quayside.kit.testing.Together;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class PasswordIT {
    private static final String NEW = "another password";

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    private Account ada = new Account("", "", "", "");

    @BeforeEach
    void register() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
        ada = Account.register();
    }

    @Test
    void aForgottenPasswordIsResetByTheMailedLinkAndAllSignInsEnd() {
        Account phone = ada.again();
        forgot(ada.email()).then().statusCode(202);
        String token = ada.mailbox().token("reset-password");
        assertThat(ada.mailbox().newest("reset-password", 1)).contains("/reset-password?token=", "good for one hour");
        reset(token, NEW).then().statusCode(204);
        ada.login(Account.PASSWORD).then().statusCode(401);
        ada.login(NEW).then().statusCode(200).body("data.customer.emailVerified", equalTo(true));
        ada.refresh().then().statusCode(401);
        phone.refresh().then().statusCode(401);
        ada.mailbox().newest("password-changed", 1);
        refused(reset(token, NEW));
    }

    @Test
    void askingForAnAddressWithoutAnAccountIsAnsweredTheSameAndMailsNothing() {
        String nobody = Account.newEmail();
        Response unknown = forgot(nobody);
        Response known = forgot(ada.email());
        assertThat(unknown.statusCode()).isEqualTo(202).isEqualTo(known.statusCode());
        assertThat(unknown.asString()).isEqualTo(known.asString());
        ada.mailbox().token("reset-password");
        await().untilAsserted(() -> assertThat(
                        Database.one(database, "select count(*) from reset_requests where email = ?", nobody))
                .isEqualTo("0"));
        assertThat(new Mailbox(nobody).files("reset-password")).isEmpty();
    }

    @Test
    void eachLinkThatAMailboxGetsIsCounted() {
        forgot(ada.email()).then().statusCode(202);
        ada.mailbox().newest("reset-password", 1);
        assertThat(redis.key().exists("quayside:limit:forgot-account:" + ada.id()))
                .isTrue();
    }

    @Test
    void ofManyResetsAtOnceWithOneLinkOneIsTaken() throws Exception {
        forgot(ada.email());
        String token = ada.mailbox().token("reset-password");
        List<Integer> answers =
                Together.run(6, i -> reset(token, "password number " + i).statusCode());
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(answers).as("busy is no success").isSubsetOf(204, 422, 503);
    }

    @Test
    void oneLinkThatWasFollowedMakesTheOthersWorthless() {
        forgot(ada.email());
        String first = ada.mailbox().token("reset-password");
        forgot(ada.email());
        reset(ada.mailbox().token("reset-password", 2), NEW).then().statusCode(204);
        refused(reset(first, "a third password"));
    }

    @Test
    void aLinkThatIsOverIsRefusedBeforeAnythingElse() {
        forgot(ada.email());
        String token = ada.mailbox().token("reset-password");
        Database.update(
                database,
                "update mail_tokens set issued_at = now() - interval '2 hours', expires_at = now() where subject_id = ?",
                UUID.fromString(ada.id()));
        refused(reset(token, NEW));
        refused(Account.post("/v1/auth/email/verify", Map.of("token", token)));
    }

    @Test
    void changingThePasswordKeepsThisSignInAndEndsTheOthers() {
        Account phone = ada.again();
        change(ada, Account.PASSWORD, NEW).then().statusCode(204);
        phone.refresh().then().statusCode(401);
        ada.refresh().then().statusCode(200);
        ada.login(NEW).then().statusCode(200);
        ada.login(Account.PASSWORD).then().statusCode(401);
        ada.mailbox().newest("password-changed", 1);
    }

    @Test
    void aWrongPasswordChangesNothingAndIsCountedSoThatAStolenTokenCannotGuess() {
        change(ada, "wrong", NEW)
                .then()
                .statusCode(422)
                .body("code", equalTo("wrong_password"))
                .header("RateLimit-Policy", containsString("password-customer"));
        ada.login(Account.PASSWORD).then().statusCode(200);
    }

    @Test
    void ofTwoChangesAtOnceFromOnePasswordOneIsMade() {
        List<Integer> answers = Together.run(
                4, i -> change(ada, Account.PASSWORD, "password number " + i).statusCode());
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(answers).as("busy is no success").isSubsetOf(204, 422, 503);
    }

    @Test
    void bodiesThatAreWrongAreRefusedWithAWord() {
        change(ada, Account.PASSWORD, "short").then().statusCode(422).body("errors[0].field", equalTo("newPassword"));
        change(ada, Account.PASSWORD, "x".repeat(129)).then().statusCode(422);
        ada.request().body("{").post("/v1/customers/me/password").then().statusCode(400);
        ada.request()
                .body(Map.of("newPassword", 5))
                .post("/v1/customers/me/password")
                .then()
                .statusCode(400);
        reset("x", "short").then().statusCode(422).body("errors[0].field", equalTo("password"));
        Account.post("/v1/auth/password/reset", Map.of("token", "x", "password", NEW, "email", "y"))
                .then()
                .statusCode(400);
        forgot("nobody").then().statusCode(422).body("errors[0].field", equalTo("email"));
        forgot("a".repeat(250) + "@example.com").then().statusCode(422);
        Account.post("/v1/auth/password/forgot", Map.of("address", "y")).then().statusCode(400);
    }

    private static Response forgot(String email) {
        return Account.post("/v1/auth/password/forgot", Map.of("email", email));
    }

    private static Response reset(String token, String password) {
        return Account.post("/v1/auth/password/reset", Map.of("token", token, "password", password));
    }

    private static Response change(Account account, String current, String next) {
        return account.request()
                .body(Map.of("currentPassword", current, "newPassword", next))
                .post("/v1/customers/me/password");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("code", equalTo("invalid_link"));
    }
}
