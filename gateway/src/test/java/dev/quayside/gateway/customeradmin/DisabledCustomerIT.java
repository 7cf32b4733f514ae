package dev.quayside.gateway.customeradmin;

import static dev.quayside.gateway.testing.Customers.act;
import static dev.quayside.gateway.testing.Customers.admin;
import static dev.quayside.gateway.testing.Customers.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Customers;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.Page;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import dev.quayside.kit.testing.Person;
import dev.quayside.kit.testing.Together;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom staff have disabled comes in by no way that there is. */
@GatewayTest
class DisabledCustomerIT {
    private static final String REFRESH = "__Secure-quayside-refresh";

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
    void theRightPasswordIsToldAndAWrongOneIsNot() {
        disable();
        ada.login(Account.PASSWORD).then().statusCode(403).body("code", equalTo("account_disabled"));
        ada.login("not the password").then().statusCode(401).body("code", equalTo("invalid_credentials"));
        act(ada.id(), "enable").then().statusCode(200).body("data.status", equalTo("active"));
        ada.login(Account.PASSWORD).then().statusCode(200);
    }

    @Test
    void allSignInsEndAtOnceThatOfACookieToo() {
        Response browser = given().contentType(ContentType.JSON)
                .header("Origin", GatewayResource.ORIGIN)
                .body(Map.of("email", ada.email(), "password", Account.PASSWORD, "refresh", "cookie"))
                .post("/v1/auth/login");
        browser.then().statusCode(200);
        disable();
        ada.refresh().then().statusCode(401).body("code", equalTo("invalid_refresh_token"));
        given().contentType(ContentType.JSON)
                .header("Origin", GatewayResource.ORIGIN)
                .cookie(REFRESH, browser.cookie(REFRESH))
                .body("{}")
                .post("/v1/auth/refresh")
                .then()
                .statusCode(401);
        act(ada.id(), "enable").then().statusCode(200);
        ada.refresh().then().statusCode(401);
    }

    /** Access tokens live on for minutes; with one, nothing is changed. */
    @Test
    void anAccessTokenThatIsOutChangesNothingOfTheAccount() {
        disable();
        ada.request()
                .body(Map.of("name", "Countess"))
                .patch("/v1/customers/me")
                .then()
                .statusCode(403);
        ada.request()
                .body(Map.of("currentPassword", Account.PASSWORD, "newPassword", "another password"))
                .post("/v1/customers/me/password")
                .then()
                .statusCode(403)
                .body("code", equalTo("account_disabled"));
        ada.request()
                .body(Map.of("currentPassword", Account.PASSWORD))
                .delete("/v1/customers/me")
                .then()
                .statusCode(403);
        get(ada.id()).then().body("data.name", equalTo("Grace Hopper"));
    }

    @Test
    void noLinkThatWasMailedOpensAnythingAndNoneIsMailedAnyMore() {
        String verification = ada.mailbox().token("verify-email");
        forgot();
        String reset = ada.mailbox().token("reset-password");
        disable();
        Account.post("/v1/auth/password/reset", Map.of("token", reset, "password", "another password"))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid_link"));
        Account.post("/v1/auth/email/verify", Map.of("token", verification))
                .then()
                .statusCode(422);
        forgot();
        await().untilAsserted(() -> assertThat(
                        Database.one(database, "select count(*) from reset_requests where email = ?", ada.email()))
                .isEqualTo("0"));
        assertThat(Database.one(database, "select count(*) from mails where subject_id = ?", UUID.fromString(ada.id())))
                .isEqualTo("0");
        assertThat(ada.mailbox().files("reset-password")).hasSize(1);
    }

    @Test
    void noOtherProviderOpensTheAccountWhetherItIsLinkedOrNot() {
        ada.verified();
        Person linked = Person.verified(ada.email());
        Page.signIn(linked).then().statusCode(200).body("data.customer.id", equalTo(ada.id()));
        disable();
        Page.signIn(linked).then().statusCode(403).body("code", equalTo("account_disabled"));
        Page.signIn(Person.verified(ada.email())).then().statusCode(403).body("code", equalTo("account_disabled"));
        act(ada.id(), "enable").then().statusCode(200);
        Page.signIn(linked).then().statusCode(200).body("data.customer.id", equalTo(ada.id()));
    }

    @Test
    void disablingTwiceIsDisablingOnceAndAStaleCopyIsRefused() {
        String before = get(ada.id()).header("ETag");
        Response disabled = disable();
        assertThat(disabled.header("ETag")).isNotEqualTo(before);
        act(ada.id(), "disable").then().statusCode(200).header("ETag", disabled.header("ETag"));
        admin().header("If-Match", before)
                .post(Customers.PATH + "/" + ada.id() + "/enable")
                .then()
                .statusCode(412)
                .body("current.status", equalTo("disabled"));
        admin().header("If-Match", disabled.header("ETag"))
                .post(Customers.PATH + "/" + ada.id() + "/enable")
                .then()
                .statusCode(200);
    }

    @Test
    void signingInWhileBeingDisabledLeavesNoSignInOpen() {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> ada.login(Account.PASSWORD).statusCode());
        }
        work.add(1, () -> act(ada.id(), "disable").statusCode());
        assertThat(Together.run(work)).isSubsetOf(200, 403, 503);
        assertThat(Database.one(
                        database,
                        "select count(*) from sessions where customer_id = ? and ended_at is null",
                        UUID.fromString(ada.id())))
                .isEqualTo("0");
    }

    private Response disable() {
        Response answer = act(ada.id(), "disable");
        answer.then().statusCode(200).body("data.status", equalTo("disabled"));
        return answer;
    }

    private void forgot() {
        Account.post("/v1/auth/password/forgot", Map.of("email", ada.email()))
                .then()
                .statusCode(202);
    }
}
