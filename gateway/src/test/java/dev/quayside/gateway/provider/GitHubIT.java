package dev.quayside.gateway.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Forge;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Page;
import io.restassured.response.Response;
import java.util.concurrent.ThreadLocalRandom;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by GitHub, which has no ID tokens. */
@GatewayTest
class GitHubIT {
    private static final String TOKEN = "/github/login/oauth/access_token";

    private final Page page = new Page();
    private final String email = Account.newEmail();
    private final String user = "{\"id\":" + ThreadLocalRandom.current().nextLong(1, 1L << 52)
            + ",\"login\":\"grace\",\"name\":null,\"email\":\"public@example.com\"}";

    @BeforeEach
    void answer() {
        Forge.server().resetAll();
        Forge.answers(
                TOKEN,
                Forge.json(
                        "{\"access_token\":\"gho_1\",\"scope\":\"read:user,user:email\",\"token_type\":\"bearer\"}"));
        Forge.answers("/github-api/user", Forge.json(user));
        emails(true);
    }

    @Test
    void thePrimaryVerifiedAddressCounts() {
        String there = Page.location(page.begin("github"));
        assertThat(there).startsWith(Forge.address() + "/github/login/oauth/authorize?");
        assertThat(Page.query(there))
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKey("nonce");
        page.exchange(Page.value(Page.location(end(there)), "code"))
                .then()
                .statusCode(200)
                .body("data.customer.email", Matchers.equalTo(email))
                .body("data.customer.name", Matchers.equalTo("grace"));
        Forge.server()
                .verify(postRequestedFor(urlPathEqualTo(TOKEN))
                        .withHeader("Accept", equalTo("application/json"))
                        .withRequestBody(containing("code_verifier=")));
        Forge.server()
                .verify(getRequestedFor(urlPathEqualTo("/github-api/user/emails"))
                        .withHeader("Authorization", equalTo("Bearer gho_1")));
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() {
        emails(false);
        String back = Page.location(end(Page.location(page.begin("github"))));
        page.exchange(Page.value(back, "code"))
                .then()
                .statusCode(403)
                .body("code", Matchers.equalTo("provider_email_unverified"));
    }

    @Test
    void aCodeThatGitHubRefusesWithA200IsRefused() {
        Forge.answers(TOKEN, Forge.json("{\"error\":\"bad_verification_code\"}"));
        assertError("invalid_response");
        Forge.answers(TOKEN, aResponse().withStatus(429));
        assertError("provider_unavailable");
    }

    @Test
    void aUserWithoutAnIdIsNobody() {
        Forge.answers("/github-api/user", Forge.json("{\"login\":\"grace\"}"));
        assertError("invalid_response");
    }

    @Test
    void anAnswerThatNamesAnotherIssuerIsRefused() {
        String there = Page.location(page.begin("github"));
        String callback = "/v1/auth/oidc/github/callback?code=c&state=" + Page.value(there, "state");
        assertThat(Page.location(page.end(callback + "&iss=" + Forge.address() + "/forge")))
                .endsWith("?error=invalid_response");
    }

    private void assertError(String error) {
        assertThat(Page.location(end(Page.location(page.begin("github"))))).isEqualTo(Page.ADDRESS + "?error=" + error);
    }

    private Response end(String there) {
        return page.end("/v1/auth/oidc/github/callback?code=c&state=" + Page.value(there, "state"));
    }

    private void emails(boolean verified) {
        Forge.answers(
                "/github-api/user/emails",
                Forge.json("[{\"email\":\"second@example.com\",\"primary\":false,\"verified\":true},{\"email\":\""
                        + email + "\",\"primary\":true,\"verified\":" + verified + "}]"));
    }
}
