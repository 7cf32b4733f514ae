package dev.quayside.gateway.recovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
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
class EmailVerificationIT {
    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void clean() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
    }

    @Test
    void theLinkThatRegisteringMailsVerifiesTheAddressOnce() {
        Account ada = Account.register();
        ada.me().then().statusCode(200).body("data.emailVerified", equalTo(false));
        String token = ada.mailbox().token("verify-email");
        assertThat(ada.mailbox().newest("verify-email", 1))
                .contains("https://shop.example.com/verify-email?token=" + token, "good for 3 days");
        verify(token).then().statusCode(204);
        ada.me().then().body("data.emailVerified", equalTo(true));
        refused(verify(token));
    }

    @Test
    void whatWasOrderedAsAGuestIsJoinedOnceTheAddressIsVerified() {
        Account ada = Account.register();
        assertThat(joins(ada)).isEmpty();
        ada.verified();
        await().untilAsserted(() -> assertThat(joins(ada)).hasSize(1));
        assertThat(joins(ada).get(0).getHeader("Authorization")).startsWith("Bearer ");
    }

    @Test
    void theTableHoldsNoTokenInClearAndTheMailIsForgottenOnceItIsSent() {
        Account ada = Account.register();
        String token = ada.mailbox().token("verify-email");
        await().untilAsserted(() -> assertThat(count("mails", ada)).isEqualTo("0"));
        assertThat(Database.one(
                        database,
                        "select string_agg(t::text, ' ') from mail_tokens t where subject_id = ?",
                        UUID.fromString(ada.id())))
                .doesNotContain(token)
                .contains("VERIFY_EMAIL");
    }

    @Test
    void aLinkThatIsOverOrForSomethingElseIsRefused() {
        Account ada = Account.register();
        String token = ada.mailbox().token("verify-email");
        Account.post("/v1/auth/password/reset", Map.of("token", token, "password", "another password"))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid_link"));
        Database.update(
                database,
                "update mail_tokens set issued_at = now() - interval '4 days', expires_at = now() where subject_id = ?",
                UUID.fromString(ada.id()));
        refused(verify(token));
        refused(verify("A".repeat(43)));
        refused(verify(""));
    }

    @Test
    void theLinkIsMailedAgainToWhoIsSignedInAndThatIsCounted() {
        Account ada = Account.register();
        String first = ada.mailbox().token("verify-email");
        again(ada).then().statusCode(202);
        String second = ada.mailbox().token("verify-email", 2);
        assertThat(second).isNotEqualTo(first);
        again(ada)
                .then()
                .statusCode(202)
                .header("RateLimit-Policy", org.hamcrest.Matchers.containsString("mail-customer"));
        verify(first).then().statusCode(204);
    }

    @Test
    void whoseAddressIsVerifiedNeedsNoOtherMail() {
        again(Account.register().verified()).then().statusCode(409).body("code", equalTo("email_already_verified"));
    }

    @Test
    void bodiesThatAreNotATokenAreRefusedWithAWord() {
        Account.post("/v1/auth/email/verify", Map.of())
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("token"));
        verify("A".repeat(101)).then().statusCode(422);
        Account.post("/v1/auth/email/verify", Map.of("token", "x", "email", "y"))
                .then()
                .statusCode(400);
        Account.post("/v1/auth/email/verify", Map.of("token", 4)).then().statusCode(400);
        given().contentType("application/json")
                .body("{\"token\":")
                .post("/v1/auth/email/verify")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
    }

    private static Response verify(String token) {
        return Account.post("/v1/auth/email/verify", Map.of("token", token));
    }

    private static Response again(Account account) {
        return account.request().post("/v1/auth/email/verification");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("code", equalTo("invalid_link"));
    }

    private static List<LoggedRequest> joins(Account account) {
        return Services.order()
                .findAll(putRequestedFor(urlEqualTo("/internal/v1/people/" + account.id() + "/orders"))
                        .withRequestBody(equalToJson("{\"email\":\"" + account.email() + "\"}")));
    }

    private String count(String table, Account account) {
        return Database.one(
                database, "select count(*) from " + table + " where subject_id = ?", UUID.fromString(account.id()));
    }
}
