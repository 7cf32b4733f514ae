package dev.quayside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Page;
import dev.quayside.gateway.testing.People;
import dev.quayside.kit.testing.Person;
import dev.quayside.kit.testing.Together;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which account somebody gets who comes by a provider, and what becomes of it. */
@GatewayTest
class LinkingIT {
    @Inject
    DataSource database;

    @BeforeEach
    void services() {
        People.nothingInProgress();
    }

    @Test
    void anAddressVerifiedOnBothSidesLinksAndTheOwnerIsTold() {
        Account ada = Account.register().verified();
        Page.signIn(Person.verified(ada.email().toUpperCase(java.util.Locale.ROOT)))
                .then()
                .statusCode(200)
                .body("data.customer.id", equalTo(ada.id()))
                .body("data.customer.hasPassword", equalTo(true));
        ada.mailbox().newest("identity-linked", 1);
        assertThat(ada.login(Account.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(ada.refresh().statusCode()).isEqualTo(200);
    }

    /** Who opened the account may have waited in it for whoever has the address: by password, sign-in, identity or mailed link. */
    @Test
    void anAccountThatNobodyVerifiedLosesEveryWayInThatWasThereBefore() {
        Account waiting = Account.register();
        Person waiter = Person.verified(Account.newEmail());
        Page.link(waiting, waiter, Account.PASSWORD).then().statusCode(201);
        waiting.request()
                .body(Map.of("email", Account.newEmail(), "currentPassword", Account.PASSWORD))
                .post("/v1/customers/me/email")
                .then()
                .statusCode(202);
        String link = waiting.mailbox().token("verify-email");
        Account owner = Account.of(Page.signIn(Person.verified(waiting.email())));
        assertThat(owner.id()).isEqualTo(waiting.id());
        owner.me().then().body("data.emailVerified", equalTo(true)).body("data.hasPassword", equalTo(false));
        assertThat(waiting.login(Account.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(waiting.refresh().statusCode()).isEqualTo(401);
        String stranger = Page.signIn(waiter).path("data.customer.id");
        assertThat(stranger).isNotEqualTo(owner.id());
        assertThat(Account.post("/v1/auth/email/verify", Map.of("token", link)).statusCode())
                .isEqualTo(422);
        // The access token outlives its sign-in, and must not bring its holder back.
        Page.link(waiting, Person.verified(Account.newEmail()), null)
                .then()
                .statusCode(403)
                .body("code", equalTo("recent_sign_in_required"));
        owner.request().get("/v1/customers/me/identities").then().body("data", hasSize(1));
        owner.mailbox().newest("account-claimed", 1);
        RestAssured.given()
                .header("Authorization", "Bearer " + GatewayResource.ADMIN_KEY)
                .get("/v1/admin/audit-log?subjectId=" + owner.id())
                .then()
                .body("data.action", hasItem("customer.claimed"));
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedOpensAndLinksNothing() {
        Account ada = Account.register().verified();
        refused(Page.signIn(Person.unverified(ada.email())), 403, "provider_email_unverified");
        String free = Account.newEmail();
        refused(Page.signIn(Person.unverified(free)), 403, "provider_email_unverified");
        refused(Page.signIn(Person.verified("no address")), 403, "provider_email_unverified");
        assertThat(Database.one(database, "select count(*) from customers where email = ?", free))
                .isEqualTo("0");
        assertThat(ada.login(Account.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aSignedInCustomerLinksAnyAddressWithThePasswordAndUnlinksIt() {
        Account ada = Account.register().verified();
        Person other = Person.unverified(Account.newEmail());
        refused(Page.link(ada, other, "wrong password"), 422, "wrong_password");
        refused(Page.link(ada, other, null), 422, "validation_failed");
        Response linked = Page.link(ada, other, Account.PASSWORD);
        linked.then().statusCode(201).body("data.email", equalTo(other.email()));
        ada.mailbox().newest("identity-linked", 1);
        String id = linked.path("data.id");
        Page.link(ada, other, Account.PASSWORD).then().statusCode(201).body("data.id", equalTo(id));
        Account by = Account.of(Page.signIn(other));
        assertThat(by.id()).isEqualTo(ada.id());
        Account stranger = Account.register();
        refused(Page.link(stranger, other, Account.PASSWORD), 409, "identity_taken");
        assertThat(unlink(stranger, id).statusCode()).isEqualTo(404);
        assertThat(unlink(ada, id).statusCode()).isEqualTo(204);
        ada.mailbox().newest("identity-removed", 1);
        assertThat(by.refresh().statusCode()).isEqualTo(401);
        assertThat(ada.refresh().statusCode()).isEqualTo(200);
        refused(Page.signIn(other), 403, "provider_email_unverified");
    }

    @Test
    void theLastWayInStaysUntilThereIsAnother() throws Exception {
        Account grace = Account.of(Page.signIn(Person.verified(Account.newEmail())));
        String id = grace.request().get("/v1/customers/me/identities").path("data[0].id");
        refused(unlink(grace, id), 409, "last_sign_in_method");
        Account again = Account.of(Page.signIn(Person.verified(grace.email())));
        assertThat(again.id()).isEqualTo(grace.id());
        List<String> ids = grace.request().get("/v1/customers/me/identities").path("data.id");
        List<Integer> both = meanwhile(
                "select 1 from customer_identities where customer_id = ? for update",
                List.of(UUID.fromString(grace.id())),
                2,
                () -> Together.run(2, index -> unlink(grace, ids.get(index)).statusCode()));
        assertThat(both).containsExactlyInAnyOrder(204, 409);
        grace.request().get("/v1/customers/me/identities").then().body("data", hasSize(1));
    }

    @Test
    void anAccountWithoutAPasswordAsksForASignInOfTheLastMinutesInstead() {
        Person person = Person.verified(Account.newEmail());
        Account grace = Account.of(Page.signIn(person));
        age(grace);
        refused(delete(grace), 403, "recent_sign_in_required");
        refused(Page.link(grace, Person.verified(Account.newEmail()), null), 403, "recent_sign_in_required");
        Account again = Account.of(Page.signIn(person));
        again.request()
                .body(Map.of("newPassword", "a new battery staple"))
                .post("/v1/customers/me/password")
                .then()
                .statusCode(204);
        assertThat(again.login("a new battery staple").statusCode()).isEqualTo(200);
        refused(delete(again), 422, "validation_failed");
    }

    @Test
    void identitiesAreExportedAndErasedAndAClosedAccountDoesNotComeBack() {
        Person person = Person.verified(Account.newEmail());
        Account grace = Account.of(Page.signIn(person));
        People.exports("[]", "[]");
        grace.request()
                .get("/v1/customers/me/export")
                .then()
                .statusCode(200)
                .body("data.identities[0].email", equalTo(person.email()));
        UUID id = UUID.fromString(grace.id());
        Database.update(database, "update customers set closed_at = now() where id = ?", id);
        refused(Page.signIn(person), 409, "account_closed");
        refused(Page.signIn(Person.verified(person.email())), 409, "account_closed");
        refused(Page.link(Account.register(), person, Account.PASSWORD), 409, "identity_taken");
        Database.update(database, "update customers set closed_at = null where id = ?", id);
        assertThat(delete(grace).statusCode()).isEqualTo(204);
        Awaitility.await()
                .untilAsserted(() -> assertThat(Database.one(
                                database, "select count(*) from customer_identities where customer_id = ?", id))
                        .isEqualTo("0"));
        String fresh = Page.signIn(person).path("data.customer.id");
        assertThat(fresh).isNotNull().isNotEqualTo(grace.id());
    }

    @Test
    void ofTwoFirstSignInsOfOnePersonAtOnceThereIsOneAccount() {
        Person person = Person.verified(Account.newEmail());
        List<Page> pages = List.of(new Page(), new Page(), new Page());
        List<String> codes = pages.stream().map(page -> page.code(person)).toList();
        List<Response> answers = Together.run(3, index -> pages.get(index).exchange(codes.get(index)));
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.<String>path("data.customer.id"))
                .containsOnly(answers.get(0).<String>path("data.customer.id"));
    }

    @Test
    void whoRegistersAtTheSameMomentIsFound() throws Exception {
        Person person = Person.verified(Account.newEmail());
        Page page = new Page();
        String code = page.code(person);
        UUID id = UUID.randomUUID();
        Response answer = meanwhile(
                "insert into customers (id, email, name, password_hash, created_at) values (?, ?, 'Ada', 'none', now())",
                List.of(id, person.email()),
                1,
                () -> page.exchange(code));
        answer.then().statusCode(200).body("data.customer.id", equalTo(id.toString()));
    }

    /** The account was found by the identity, and waited for; meanwhile its owner, or who claims it, has removed that. */
    @Test
    void anIdentityThatIsRemovedWhileSomebodyComesByItLetsNobodyIn() throws Exception {
        Account ada = Account.register().verified();
        Person other = Person.unverified(Account.newEmail());
        Page.link(ada, other, Account.PASSWORD).then().statusCode(201);
        Page page = new Page();
        String code = page.code(other);
        Response answer = meanwhile("""
                with owner as (select id from customers where id = ? for update)
                delete from customer_identities where customer_id in (select id from owner)""", List.of(UUID.fromString(ada.id())), 1, () -> page.exchange(code));
        refused(answer, 403, "provider_email_unverified");
    }

    @Test
    void ofTwoExchangesOfOneCodeAtOnceOneSignsIn() {
        Page page = new Page();
        String code = page.code(Person.verified(Account.newEmail()));
        List<Integer> statuses = Together.times(3, () -> page.exchange(code).statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 400, 400);
    }

    /** What comes of work that meets a transaction which ends only when so many others wait for it. */
    private <T> T meanwhile(String sql, List<?> parameters, int waiting, Callable<T> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.getConnection();
                PreparedStatement statement = other.prepareStatement(sql)) {
            other.setAutoCommit(false);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            statement.execute();
            Future<T> answer = thread.submit(work);
            Awaitility.await()
                    .until(() ->
                            Integer.parseInt(Database.one(database, "select count(*) from pg_locks where not granted"))
                                    >= waiting);
            other.commit();
            other.setAutoCommit(true);
            return answer.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
    }

    private void age(Account account) {
        Database.update(
                database,
                "update sessions set created_at = created_at - interval '11 minutes' where customer_id = ?",
                UUID.fromString(account.id()));
    }

    private static Response unlink(Account account, String identity) {
        return account.request().delete("/v1/customers/me/identities/" + identity);
    }

    private static Response delete(Account account) {
        return account.request().body("{}").delete("/v1/customers/me");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
