package dev.quayside.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Page;
import dev.quayside.kit.testing.Person;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in at an OpenID provider, the whole way there and back. */
@GatewayTest
class ProviderSignInIT {
    private final Page page = new Page();
    private final String email = Account.newEmail();

    @Test
    void theProvidersAreListed() {
        given().get("/v1/auth/oidc")
                .then()
                .statusCode(200)
                .body("data.name", contains("acme", "forge", "github"))
                .body("data.title", contains("Acme", "Forge", "GitHub"))
                .body("page.next", nullValue());
    }

    @Test
    void theBrowserIsSentToTheProviderWithEverythingThatTiesItsAnswerToThisTrip() {
        GatewayResource.acme().start();
        Response sent = page.begin("acme");
        Map<String, String> asked = Page.query(Page.location(sent));
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid+email+profile")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:8080/v1/auth/oidc/acme/callback");
        assertThat(asked.get("state")).hasSize(43);
        assertThat(asked.get("nonce")).hasSize(43).isNotEqualTo(asked.get("state"));
        assertThat(asked.get("code_challenge")).hasSize(43).isNotEqualTo(Page.challenge(page.verifier()));
        assertThat(sent.header("Set-Cookie"))
                .matches("__Host-quayside-trip=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600");
        assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoComesBackIsACustomerWithAnOrdinarySignIn() {
        Response back = page.end(page.visit(Person.verified(email)));
        assertThat(Page.location(back)).matches(GatewayResource.ORIGIN + "/signed-in\\?code=[A-Za-z0-9_-]{43}");
        Response answer = page.exchange(Page.value(back.header("Location"), "code"));
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.customer.email", equalTo(email))
                .body("data.customer.emailVerified", equalTo(true))
                .body("data.customer.hasPassword", equalTo(false))
                .body("data.customer.name", equalTo("Grace Hopper"))
                .body("data.refreshToken", notNullValue());
        Account grace = Account.of(answer);
        grace.request().get("/v1/customers/me/sessions").then().statusCode(200).body("data", hasSize(1));
        grace.request()
                .get("/v1/customers/me/identities")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].provider", equalTo("acme"))
                .body("data[0].email", equalTo(email))
                .body("data[0].lastUsedAt", notNullValue());
        grace.refresh().then().statusCode(200).body("data.customer.id", equalTo(grace.id()));
        assertThat(grace.login(Account.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void theRefreshTokenGoesIntoTheCookieWhereThatIsWanted() {
        String code = page.code(Person.verified(email));
        Map<String, String> body = Map.of("code", code, "codeVerifier", page.verifier(), "refresh", "cookie");
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/auth/oidc/token")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin_not_allowed"));
        Response answer = given().contentType(ContentType.JSON)
                .header("Origin", GatewayResource.ORIGIN)
                .body(body)
                .post("/v1/auth/oidc/token");
        answer.then().statusCode(200).body("data.refreshToken", nullValue()).body("data.accessToken", notNullValue());
        assertThat(answer.cookies()).containsKey("__Secure-quayside-refresh");
    }

    @Test
    void theSameSubjectFindsItsAccountThoughItsAddressChanged() {
        Person grace = Person.verified(email);
        String id = Page.signIn(grace).path("data.customer.id");
        Page.signIn(grace.at(Account.newEmail()))
                .then()
                .statusCode(200)
                .body("data.customer.id", equalTo(id))
                .body("data.customer.email", equalTo(email));
    }

    @Test
    void aCodeIsGoodOnceAndForThePageThatBegan() {
        String code = page.code(Person.verified(email));
        assertThat(page.exchange(code).statusCode()).isEqualTo(200);
        page.exchange(code).then().statusCode(400).body("code", equalTo("invalid_sign_in_code"));
        String stolen = page.code(Person.verified(Account.newEmail()));
        new Page().exchange(stolen).then().statusCode(400).body("code", equalTo("invalid_sign_in_code"));
        page.exchange(stolen).then().statusCode(400);
        page.exchange("no code").then().statusCode(422);
        page.exchange("no-code").then().statusCode(400);
    }
}
