package dev.quayside.gateway.trip;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Page;
import dev.quayside.kit.testing.Person;
import dev.quayside.kit.testing.Together;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers that come back as nobody should. */
@GatewayTest
class TripIT {
    private final Page page = new Page();
    private final Person grace = Person.verified(Account.newEmail());

    @Inject
    DataSource database;

    @Test
    void aTripEndsOnce() {
        String callback = page.visit(grace);
        assertThat(Page.location(page.end(callback))).contains("?code=");
        assertLost(page.end(callback));
    }

    @Test
    void ofTwoThatComeBackAtOnceOneGetsACode() {
        String callback = page.visit(grace);
        List<Integer> statuses = Together.times(4, () -> page.end(callback).statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(302, 400, 400, 400);
    }

    @Test
    void nobodyFinishesAnothersTrip() {
        String callback = page.visit(grace);
        Page victim = new Page();
        assertLost(victim.end(callback));
        victim.begin("acme");
        assertLost(victim.end(callback));
        // The attempt has ended the trip for its owner too.
        assertLost(page.end(callback));
    }

    @Test
    void aTripToOneProviderDoesNotEndAtAnother() {
        assertLost(page.end(page.visit(grace).replace("/oidc/acme/", "/oidc/forge/")));
    }

    @Test
    void aTripIsOverAfterTenMinutes() {
        String callback = page.visit(grace);
        Database.update(
                database,
                "update sign_in_trips set created_at = created_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes'");
        assertLost(page.end(callback));
    }

    @Test
    void severalTabsOfOneBrowserAreUnderWayAtOnce() {
        String first = page.visit(grace);
        String second = page.visit(Person.verified(Account.newEmail()));
        assertThat(Page.location(page.end(first))).contains("?code=");
        assertThat(Page.location(page.end(second))).contains("?code=");
    }

    /** What a thief of an address would do: the code of one trip on another. The verifier is not that code's. */
    @Test
    void aCodeOfAnotherTripIsRefusedByTheProvider() {
        String stolen = Page.value(page.visit(grace), "code");
        Page thief = new Page();
        String callback = thief.visit(Person.verified(Account.newEmail()));
        String own = Page.value(callback, "code");
        assertThat(Page.location(thief.end(callback.replace(own, stolen))))
                .isEqualTo(Page.ADDRESS + "?error=invalid_response");
    }

    @Test
    void anAnswerThatNamesAnotherIssuerIsRefused() {
        assertThat(Page.location(page.end(page.visit(grace) + "&iss=https%3A%2F%2Fevil.example.com")))
                .isEqualTo(Page.ADDRESS + "?error=invalid_response");
    }

    @Test
    void whoSaysNoIsSentBackWithThat() {
        String state = Page.value(page.visit(grace), "state");
        assertThat(Page.location(page.end("/v1/auth/oidc/acme/callback?error=access_denied&state=" + state)))
                .isEqualTo(Page.ADDRESS + "?error=access_denied");
        String other = Page.value(page.visit(grace), "state");
        assertThat(Page.location(page.end("/v1/auth/oidc/acme/callback?error=server_error&state=" + other)))
                .isEqualTo(Page.ADDRESS + "?error=provider_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=abc",
                "?code=abc&state=",
                "?code=abc&state=short",
                "?code=abc&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "?code=abc&state=%00",
            })
    void whatIsNoTripOfOursIsAProblem(String query) {
        page.visit(grace);
        assertLost(page.end("/v1/auth/oidc/acme/callback" + query));
    }

    @Test
    void aParameterThatComesTwiceIsAProblem() {
        String callback = page.visit(grace);
        assertLost(page.end(callback + "&code=other"));
        assertLost(page.end(callback + "&state=other"));
    }

    @Test
    void onlyPagesOnTheListAreReturnedTo() {
        for (String redirect : new String[] {
            "https://evil.example.com/signed-in",
            "https://shop.example.com.evil.example.com/",
            "https://shop.example.com@evil.example.com/",
            "//shop.example.com/",
            "javascript:alert(1)",
            "https://shop.example.com/?next=x"
        }) {
            given().redirects()
                    .follow(false)
                    .queryParam("redirectTo", redirect)
                    .queryParam("codeChallenge", Page.challenge("x"))
                    .get("/v1/auth/oidc/acme")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_parameter"));
        }
        given().queryParam("redirectTo", Page.ADDRESS)
                .queryParam("codeChallenge", "short")
                .get("/v1/auth/oidc/acme")
                .then()
                .statusCode(400);
        given().get("/v1/auth/oidc/acme").then().statusCode(400);
    }

    @Test
    void aProviderThatIsNotThereIsA404() {
        given().get("/v1/auth/oidc/nobody").then().statusCode(404).body("code", equalTo("provider_not_found"));
        given().get("/v1/auth/oidc/nobody/callback").then().statusCode(404);
        given().get("/v1/auth/oidc/token").then().statusCode(405);
    }

    @Test
    void theDatabaseHoldsNothingThatOpensAnything() {
        String callback = page.visit(grace);
        String row = Database.one(
                database, "select row_to_json(t)::text from sign_in_trips t order by created_at desc limit 1");
        assertThat(row).doesNotContain(Page.value(callback, "state"), page.cookie(), page.verifier());
    }

    private static void assertLost(Response answer) {
        answer.then().statusCode(400).body("code", equalTo("sign_in_not_begun"));
    }
}
