package dev.quayside.gateway.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ProfileIT {
    private static final String ME = "/v1/customers/me";

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    @Inject
    EraseCustomer erasing;

    @Inject
    SweepErased sweeping;

    private Account ada = new Account("", "", "", "");

    @BeforeEach
    void register() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
        ada = Account.register();
    }

    @Test
    void theNameIsChangedAndNothingElse() {
        rename(Map.of("name", "Countess Lovelace"))
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Countess Lovelace"))
                .body("data.email", equalTo(ada.email()));
        ada.me().then().body("data.name", equalTo("Countess Lovelace"));
        rename(Map.of("name", " ")).then().statusCode(422).body("errors[0].field", equalTo("name"));
        rename(Map.of("name", "x".repeat(201))).then().statusCode(422);
        rename(Map.of("name", 1)).then().statusCode(400);
        rename(Map.of("name", "x", "email", "y@example.com")).then().statusCode(400);
        rename(Map.of()).then().statusCode(422);
    }

    @Test
    void theExportHoldsWhatEachServiceKeepsPageByPage() {
        People.exports(
                "[{\"order\":{\"number\":\"Q-1\"}},{\"order\":{\"number\":\"Q-2\"}}]", "[{\"cart\":{\"id\":\"c\"}}]");
        ada.request()
                .get(ME + "/export")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", startsWith("attachment"))
                .body("data.customer.email", equalTo(ada.email()))
                .body("data.sessions", hasSize(1))
                .body("data.addresses", hasSize(0))
                .body("data.orders.number", contains("Q-1", "Q-2"))
                .body("data.carts", hasSize(1))
                .body("data.paymentMethods.id", contains("pm_1"))
                .body("data.reviews.rating", contains(5, 1, 3))
                .body("data.helpfulVotes.reviewId", contains("v-1"));
    }

    @Test
    void withoutAnAnswerFromAServiceThereIsNoHalfExport() {
        Services.reset();
        ada.request().get(ME + "/export").then().statusCode(503).body("code", equalTo("upstream_unavailable"));
    }

    @Test
    void aDeletedAccountIsGoneHereAndAtTheServicesAndItsOwnerIsTold() {
        ada.verified();
        delete(Account.PASSWORD).then().statusCode(204);
        ada.mailbox().newest("account-deleted", 1);
        assertThat(count("customers where id = ?")).isEqualTo("0");
        assertThat(count("sessions where customer_id = ?")).isEqualTo("0");
        assertThat(count("mail_tokens where subject_id = ?")).isEqualTo("0");
        assertThat(erasures()).isEqualTo(1);
        assertThat(erasuresAt(Services.catalog())).as("of reviews").isEqualTo(1);
        ada.me().then().statusCode(404);
        ada.refresh().then().statusCode(401);
        ada.login(Account.PASSWORD).then().statusCode(401).body("code", equalTo("invalid_credentials"));
        Account.post("/v1/auth/register", Map.of("email", ada.email(), "password", Account.PASSWORD, "name", "Ada"))
                .then()
                .statusCode(201);
        assertThat(Database.one(
                        database,
                        "select count(*) from scheduled_tasks where task_name = 'sweep-erased-customer'"
                                + " and task_instance = ? and execution_time > now() + interval '9 minutes'",
                        ada.id()))
                .isEqualTo("1");
    }

    @Test
    void whileAnOrderCanStillBePaidNothingChanges() {
        People.inProgress(2);
        delete(Account.PASSWORD).then().statusCode(409).body("code", equalTo("orders_in_progress"));
        ada.me().then().statusCode(200);
        ada.refresh().then().statusCode(200);
        assertThat(erasures()).isZero();
    }

    @Test
    void anOrderThatWasPlacedMeanwhileIsWaitedForAndTheAccountStaysClosed() {
        People.refusesToErase();
        delete(Account.PASSWORD).then().statusCode(204);
        await().untilAsserted(() -> assertThat(erasures()).isPositive());
        assertThat(count("customers where id = ?")).isEqualTo("1");
        ada.me().then().statusCode(404);
        ada.login(Account.PASSWORD).then().statusCode(401);
        People.erases();
        erasing.run(UUID.fromString(ada.id()));
        assertThat(count("customers where id = ?")).isEqualTo("0");
        erasing.run(UUID.fromString(ada.id()));
    }

    @Test
    void whatTheLastAccessTokensMadeIsSweptOnceItIsOver() {
        People.refusesToErase();
        assertThat(sweeping.run(UUID.fromString(ada.id())).again()).isNotNull();
        People.erases();
        assertThat(sweeping.run(UUID.fromString(ada.id())).again()).isNull();
        assertThat(erasures()).isEqualTo(2);
    }

    @Test
    void deletingNeedsThePasswordAndAnAnswerFromTheServices() {
        delete("not the password").then().statusCode(422).body("code", equalTo("wrong_password"));
        ada.request().body(Map.of()).delete(ME).then().statusCode(422);
        ada.request()
                .body(Map.of("currentPassword", Account.PASSWORD, "sure", true))
                .delete(ME)
                .then()
                .statusCode(400);
        ada.request().body("{").delete(ME).then().statusCode(400);
        Services.reset();
        delete(Account.PASSWORD).then().statusCode(503).body("code", equalTo("upstream_unavailable"));
        ada.me().then().statusCode(200);
    }

    private Response rename(Map<String, ?> body) {
        return ada.request().body(body).patch(ME);
    }

    private Response delete(String password) {
        return ada.request().body(Map.of("currentPassword", password)).delete(ME);
    }

    private int erasures() {
        return erasuresAt(Services.order());
    }

    private int erasuresAt(WireMockServer service) {
        return service.findAll(postRequestedFor(urlEqualTo("/internal/v1/people/" + ada.id() + "/erasure")))
                .size();
    }

    private String count(String what) {
        return Database.one(database, "select count(*) from " + what, UUID.fromString(ada.id()));
    }
}
