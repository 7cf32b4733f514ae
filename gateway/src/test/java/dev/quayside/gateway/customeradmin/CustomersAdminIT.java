package dev.quayside.gateway.customeradmin;

import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.quayside.gateway.testing.Customers.act;
import static dev.quayside.gateway.testing.Customers.admin;
import static dev.quayside.gateway.testing.Customers.delete;
import static dev.quayside.gateway.testing.Customers.get;
import static dev.quayside.gateway.testing.Customers.list;
import static dev.quayside.gateway.testing.Customers.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Customers;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Limits;
import dev.quayside.gateway.testing.Mailbox;
import dev.quayside.gateway.testing.People;
import dev.quayside.gateway.testing.Services;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class CustomersAdminIT {
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS";

    @Inject
    RedisDataSource redis;

    private final String email = Account.newEmail();

    @BeforeEach
    void clean() {
        Limits.forget(redis);
        Services.reset();
        People.nothingInProgress();
    }

    @Test
    void anAccountIsOpenedAndShownWithoutItsHashAndNobodyIsMailed() {
        Response opened =
                open(Map.of("email", email.toUpperCase(Locale.ROOT), "name", " Ada Lovelace ", "passwordHash", BCRYPT));
        String id = opened.path("data.id");
        opened.then()
                .statusCode(201)
                .header("Location", endsWith(Customers.PATH + "/" + id))
                .header("Cache-Control", "no-store")
                .body("data.email", equalTo(email))
                .body("data.name", equalTo("Ada Lovelace"))
                .body("data.emailVerified", equalTo(false))
                .body("data.status", equalTo("active"))
                .body("data.hasPassword", equalTo(true));
        Response read = get(id);
        read.then()
                .statusCode(200)
                .header("ETag", opened.header("ETag"))
                .body("data", equalTo(opened.<Map<String, Object>>path("data")));
        assertThat(read.<Map<String, Object>>path("data"))
                .containsOnlyKeys("id", "email", "emailVerified", "name", "status", "hasPassword", "createdAt");
        list("?email=" + email.toUpperCase(Locale.ROOT)).then().body("data.id", contains(id));
        list("?email=ada").then().statusCode(200).body("data", empty());
        open(Map.of("email", email)).then().statusCode(409).body("code", equalTo("email_taken"));
        assertThat(new Mailbox(email).files("verify-email")).isEmpty();
    }

    @Test
    void anAccountOfAVerifiedAddressGetsWhatWasOrderedAsAGuest() {
        String id = open(Map.of("emailVerified", true))
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        get(id).then().body("data.emailVerified", equalTo(true)).body("data.hasPassword", equalTo(false));
        await().untilAsserted(() -> assertThat(
                        Services.order().findAll(putRequestedFor(urlEqualTo("/internal/v1/people/" + id + "/orders"))))
                .hasSize(1));
    }

    @Test
    void customersAreFoundByStatusVerificationAndTimePageByPage() {
        Response first = open(Map.of());
        String one = first.path("data.id");
        String two = open(Map.of()).path("data.id");
        Response last = open(Map.of("emailVerified", true));
        String three = last.path("data.id");
        act(two, "disable").then().statusCode(200);
        String since = "?createdAt%5Bgte%5D=" + first.path("data.createdAt");
        list(since).then().statusCode(200).body("data.id", contains(three, two, one));
        list(since + "&sort=createdAt").then().body("data.id", contains(one, two, three));
        list(since + "&status=disabled").then().body("data.id", contains(two));
        list(since + "&status=active").then().body("data.id", contains(three, one));
        list(since + "&status=active,disabled").then().body("data.id", contains(three, two, one));
        list(since + "&emailVerified=true").then().body("data.id", contains(three));
        list(since + "&emailVerified=false").then().body("data.id", contains(two, one));
        list(since + "&createdAt%5Blt%5D=" + last.path("data.createdAt")).then().body("data.id", contains(two, one));
        list(since + "&limit=2&page=2")
                .then()
                .body("data.id", contains(one))
                .body("page.total", equalTo(3))
                .body("page.next", nullValue());
        Response page = list(since + "&limit=2");
        page.then().body("data.id", contains(three, two));
        admin().get(page.<String>path("page.next"))
                .then()
                .statusCode(200)
                .body("data.id", contains(one))
                .body("page.next", nullValue());
    }

    @Test
    void aListThatMakesNoSenseIsRefused() {
        for (String query : List.of(
                "?status=lost",
                "?status=",
                "?emailVerified=yes",
                "?createdAt%5Bgte%5D=yesterday",
                "?createdAt%5Blt%5D=2026-13-01",
                "?createdAt%5Bgte%5D=%2B999999999-12-31T23:59:59Z",
                "?name=Ada",
                "?sort=email",
                "?limit=0",
                "?cursor=x")) {
            assertThat(list(query).then().statusCode(400).extract().<String>path("code"))
                    .as(query)
                    .isEqualTo("invalid_parameter");
        }
    }

    @Test
    void anAccountThatMakesNoSenseIsRefusedFieldByField() {
        refused(Map.of("email", "not an address"), "email");
        refused(Map.of("name", "\u2003"), "name");
        refused(Map.of("name", "a\nb"), "name");
        open(Map.of("passwordHash", "plain text"))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.field", contains("passwordHash"))
                .body("errors.code", contains("unsupported_password_hash"));
        open(Map.of("passwordHash", "")).then().statusCode(422);
        open(Map.of("emailVerified", "perhaps")).then().statusCode(400);
        open(Map.of("password", "correct horse battery")).then().statusCode(400);
        admin().body("{\"email\":").post(Customers.PATH).then().statusCode(400);
        get("no-uuid").then().statusCode(404);
        String nobody = UUID.randomUUID().toString();
        get(nobody).then().statusCode(404).body("code", equalTo("customer_not_found"));
        act(nobody, "disable").then().statusCode(404);
        delete(nobody).then().statusCode(404).body("code", equalTo("customer_not_found"));
    }

    @Test
    void aPersonIsErasedUnlessAnOrderIsInProgress() {
        String id = open(Map.of("email", email)).path("data.id");
        People.inProgress(1);
        delete(id).then().statusCode(409).body("code", equalTo("orders_in_progress"));
        get(id).then().statusCode(200);
        People.inProgress(0);
        admin().header("If-Match", "\"99\"")
                .delete(Customers.PATH + "/" + id)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(id));
        delete(id).then().statusCode(204);
        get(id).then().statusCode(404);
        list("?email=" + email).then().body("data", empty());
        delete(id).then().statusCode(404);
        new Mailbox(email).newest("account-deleted", 1);
        open(Map.of("email", email)).then().statusCode(201);
    }

    @Test
    void theLogOfChangesTellsWhatWasDoneAndNotToWhom() {
        String id = open(Map.of("email", email, "passwordHash", BCRYPT)).path("data.id");
        act(id, "disable").then().statusCode(200);
        act(id, "disable").then().statusCode(200);
        act(id, "enable").then().statusCode(200);
        delete(id).then().statusCode(204);
        Response log = admin().get("/v1/admin/audit-log?sort=createdAt&subjectId=" + id);
        log.then()
                .statusCode(200)
                .body(
                        "data.action",
                        contains("customer.created", "customer.disabled", "customer.enabled", "customer.deleted"))
                .body("data[1].before.status", equalTo("active"))
                .body("data[1].after.status", equalTo("disabled"));
        assertThat(log.asString()).doesNotContain(email, "Lovelace", "$2b$");
    }

    private static void refused(Map<String, ?> with, String field) {
        open(with).then().statusCode(422).body("errors.field", hasItem(field));
    }
}
