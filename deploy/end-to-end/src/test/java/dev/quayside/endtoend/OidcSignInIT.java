package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.AuditLog;
import dev.quayside.endtoend.testing.Buyer;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.kit.testing.Person;
import dev.quayside.kit.testing.SignInServer;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by an OpenID provider that the shop knew before it was there. */
@EndToEnd
class OidcSignInIT {
    private static final SignInServer ACME = new SignInServer(Shop.provider());

    private final String email = UUID.randomUUID() + "@example.com";
    private final Browser browser = new Browser();

    @BeforeAll
    static void theProviderStarts() {
        ACME.start();
    }

    @AfterAll
    static void nothingWasBroken() {
        ACME.stop();
        Admin.awaitCleanAudit();
    }

    @Test
    void whoComesBackFromTheProviderIsACustomerAndTheSameTheNextTime() {
        Http.shop().get("/v1/auth/oidc").then().statusCode(200).body("data.name", contains("acme"));
        Person grace = Person.verified(email);
        Customer first = signedIn(grace);
        first.request()
                .get("/v1/customers/me")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(first.id()))
                .body("data.email", equalTo(email))
                .body("data.emailVerified", equalTo(true))
                .body("data.hasPassword", equalTo(false));
        Customer again = signedIn(grace.at("new." + email));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.email()).isEqualTo(email);
    }

    @Test
    void theWayThereTiesTheWayBackToThisBrowser() {
        Response sent = browser.leave();
        URI there = URI.create(sent.header("Location"));
        assertThat(there.toString()).startsWith(Shop.provider() + "/authorize?");
        assertThat(Browser.parameters(there))
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", callback())
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("code_challenge", "state", "nonce");
        assertThat(sent.header("Set-Cookie")).contains("__Host-", "; HttpOnly", "; Secure", "; SameSite=Lax");
        URI back = browser.follow(sent, callback());
        assertLost(new Browser().get(back));
        Browser other = new Browser();
        other.leave();
        assertLost(other.get(browser.follow(browser.leave(), callback())));
        URI own = browser.follow(browser.leave(), callback());
        String state = Browser.parameter(own, "state");
        assertLost(browser.get(URI.create(own.toString().replace(state, "A".repeat(state.length())))));
    }

    @Test
    void aCodeOfTheProviderIsOfNoUseOnAnotherTrip() {
        URI stolen = browser.follow(browser.leave(), callback());
        Browser thief = new Browser();
        URI own = thief.follow(thief.leave(), callback());
        ACME.next(Person.verified(email));
        Response answer = thief.get(
                URI.create(own.toString().replace(Browser.parameter(own, "code"), Browser.parameter(stolen, "code"))));
        assertThat(thief.follow(answer, Browser.PAGE)).hasParameter("error", "invalid_response");
    }

    @Test
    void theOneTimeCodeIsGoodOnceAndForThePageThatBegan() {
        ACME.next(Person.verified(email));
        String seen = browser.code();
        new Browser().exchange(seen).then().statusCode(400).body("code", equalTo("invalid_sign_in_code"));
        browser.exchange(seen).then().statusCode(400);
        ACME.next(Person.verified(email));
        String own = browser.code();
        browser.exchange(own).then().statusCode(200);
        browser.exchange(own).then().statusCode(400).body("code", equalTo("invalid_sign_in_code"));
    }

    @Test
    void aCustomerLinksAnIdentityOfAnyAddressAndRemovesIt() {
        Customer ada = Customer.register(email);
        Person elsewhere = Person.unverified("other." + email);
        Map<String, String> proof = proof(elsewhere);
        ada.request()
                .body(proof)
                .post("/v1/customers/me/identities")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"));
        proof.put("currentPassword", Customer.PASSWORD);
        String id = ada.request()
                .body(proof)
                .post("/v1/customers/me/identities")
                .then()
                .statusCode(201)
                .body("data.provider", equalTo("acme"))
                .body("data.email", equalTo(elsewhere.email()))
                .extract()
                .path("data.id");
        assertThat(signedIn(elsewhere).id()).isEqualTo(ada.id());
        ada.request().delete("/v1/customers/me/identities/{id}", id).then().statusCode(204);
        ada.request().get("/v1/customers/me/identities").then().statusCode(200).body("data", hasSize(0));
        signIn(elsewhere).then().statusCode(403).body("code", equalTo("provider_email_unverified"));
    }

    @Test
    void anAddressVerifiedOnBothSidesIsOneAccountWithBothWaysIn() {
        Customer ada = Customer.register(email);
        Http.shop()
                .body(Map.of("token", new Mailbox(email).token("verify-email")))
                .post("/v1/auth/email/verify")
                .then()
                .statusCode(204);
        assertThat(signedIn(Person.verified(email)).id()).isEqualTo(ada.id());
        login().then().statusCode(200).body("data.customer.id", equalTo(ada.id()));
    }

    @Test
    void anAccountThatNobodyVerifiedGoesToWhoeverHasItsAddress() {
        Buyer.Order asGuest = Buyer.with(Admin.product(5), 1).as(email).order();
        Customer waiting = Customer.register(email);
        signIn(Person.unverified(email)).then().statusCode(403).body("code", equalTo("provider_email_unverified"));
        Customer owner = signedIn(Person.verified(email));
        assertThat(owner.id()).isEqualTo(waiting.id());
        owner.request()
                .get("/v1/customers/me")
                .then()
                .statusCode(200)
                .body("data.emailVerified", equalTo(true))
                .body("data.hasPassword", equalTo(false));
        login().then().statusCode(401);
        Http.shop()
                .body(Map.of("refreshToken", waiting.refreshToken()))
                .post("/v1/auth/refresh")
                .then()
                .statusCode(401);
        new Mailbox(email).mail("account-claimed");
        assertThat(AuditLog.awaitOne("customer.claimed", owner.id()).getString("after.provider"))
                .isEqualTo("acme");
        await().untilAsserted(() ->
                owner.request().get("/v1/orders").then().statusCode(200).body("data.id", contains(asGuest.id())));
    }

    private Customer signedIn(Person person) {
        return Customer.of(signIn(person).then().statusCode(200).extract().jsonPath());
    }

    /** The whole way, up to the page's trade of its code. */
    private Response signIn(Person person) {
        ACME.next(person);
        return browser.exchange(browser.code());
    }

    private Map<String, String> proof(Person person) {
        ACME.next(person);
        return new HashMap<>(browser.proof(browser.code()));
    }

    private Response login() {
        return Http.shop()
                .body(Map.of("email", email, "password", Customer.PASSWORD))
                .post("/v1/auth/login");
    }

    private static String callback() {
        return Shop.running().gatewayUrl() + "/v1/auth/oidc/acme/callback";
    }

    private static void assertLost(Response answer) {
        answer.then().statusCode(400).body("code", equalTo("sign_in_not_begun"));
    }
}
