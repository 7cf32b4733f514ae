package dev.quayside.gateway.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.quayside.gateway.testing.Account;
import dev.quayside.gateway.testing.Forge;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Page;
import dev.quayside.kit.testing.SignInServer;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An OpenID provider that answers what it should not, or not at all. */
@GatewayTest
class ForgedAnswersIT {
    private static final RSAKey KEY = Forge.key("one", 0);
    private static final RSAKey OTHER = Forge.key("one", 1);
    private static final String CODE = "a-code";

    private final String email = Account.newEmail();

    @BeforeEach
    void describe() {
        Forge.server().resetAll();
        Forge.describes(KEY);
    }

    @Test
    void whatIsAsItShouldBeIsTaken() {
        Page page = new Page();
        String there = Page.location(page.begin("forge"));
        Forge.issues(signed(KEY, claims(there).build()));
        String back = Page.location(end(page, there));
        page.exchange(Page.value(back, "code")).then().statusCode(200).body("data.customer.email", equalTo(email));
        String redeemed = Forge.server()
                .findAll(postRequestedFor(urlPathEqualTo("/forge/token")))
                .get(0)
                .getBodyAsString();
        String verifier = redeemed.replaceAll(".*code_verifier=([A-Za-z0-9_-]+).*", "$1");
        assertThat(Page.challenge(verifier)).isEqualTo(Page.value(there, "code_challenge"));
    }

    /** A row for each way in which an ID token can be another's. */
    @TestFactory
    Stream<DynamicTest> aForgedIdTokenIsRefused() {
        return Stream.of(
                forged(
                        "signed with another key",
                        there -> signed(OTHER, claims(there).build())),
                forged("not signed", there -> new PlainJWT(claims(there).build()).serialize()),
                forged("signed with the client's secret", this::signedWithSecret),
                forged(
                        "for another client",
                        there -> signed(KEY, claims(there).audience("other").build())),
                forged(
                        "for others too, and issued to one of them",
                        there -> signed(
                                KEY,
                                claims(there)
                                        .audience(java.util.List.of(SignInServer.CLIENT, "other"))
                                        .claim("azp", "other")
                                        .build())),
                forged(
                        "of another issuer",
                        there -> signed(
                                KEY,
                                claims(there).issuer("https://evil.example.com").build())),
                forged(
                        "expired",
                        there -> signed(
                                KEY,
                                claims(there)
                                        .expirationTime(secondsFromNow(-300))
                                        .build())),
                forged(
                        "without an end",
                        there -> signed(KEY, claims(there).expirationTime(null).build())),
                forged(
                        "issued in the future",
                        there -> signed(
                                KEY,
                                claims(there).issueTime(secondsFromNow(300)).build())),
                forged(
                        "with another nonce",
                        there -> signed(
                                KEY, claims(there).claim("nonce", "other").build())),
                forged(
                        "without a nonce",
                        there -> signed(KEY, claims(there).claim("nonce", null).build())),
                forged(
                        "of nobody",
                        there -> signed(KEY, claims(there).subject(null).build())),
                forged("no token at all", there -> "e30.e30.e30"));
    }

    @Test
    void aNewKeyIsFollowedWithoutARestart() {
        RSAKey next = Forge.key("two", 2);
        Page page = new Page();
        String there = Page.location(page.begin("forge"));
        Forge.issues(signed(KEY, claims(there).build()));
        assertThat(Page.location(end(page, there))).contains("?code=");
        // Beside the former one, as providers do: a test that comes next signs with it, and keys are not read again at
        // once.
        Forge.publishes(KEY, next);
        String again = Page.location(page.begin("forge"));
        Forge.issues(signed(next, claims(again).build()));
        assertThat(Page.location(end(page, again))).contains("?code=");
    }

    @Test
    void anAddressThatIsNotInTheTokenIsAskedFor() {
        Page page = new Page();
        assertThat(withUserInfo(page, "{\"sub\":\"s-1\",\"email\":\"" + email + "\",\"email_verified\":\"true\"}"))
                .contains("?code=");
        assertThat(withUserInfo(page, "{\"sub\":\"s-2\",\"email\":\"" + email + "\",\"email_verified\":true}"))
                .endsWith("?error=invalid_response");
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatIsNoneLeadsNowhere() {
        return Stream.of(
                broken("a failure", "/forge/token", aResponse().withStatus(500), "provider_unavailable"),
                broken(
                        "a refusal",
                        "/forge/token",
                        Forge.json("{\"error\":\"invalid_grant\"}").withStatus(400),
                        "invalid_response"),
                broken(
                        "a redirect",
                        "/forge/token",
                        aResponse().withStatus(302).withHeader("Location", Forge.issuer()),
                        "invalid_response"),
                broken("no JSON", "/forge/token", Forge.json("{\"access_token\":"), "invalid_response"),
                broken(
                        "too much of it",
                        "/forge/token",
                        Forge.json("{\"a\":\"" + "x".repeat(300_000) + "\"}"),
                        "provider_unavailable"),
                broken("deep JSON", "/forge/token", Forge.json("[".repeat(100_000)), "invalid_response"));
    }

    private DynamicTest forged(String how, Function<String, String> token) {
        return DynamicTest.dynamicTest(how, () -> {
            Page page = new Page();
            String there = Page.location(page.begin("forge"));
            Forge.issues(token.apply(there));
            assertThat(Page.location(end(page, there))).isEqualTo(Page.ADDRESS + "?error=invalid_response");
        });
    }

    private static DynamicTest broken(String what, String where, ResponseDefinitionBuilder answer, String error) {
        return DynamicTest.dynamicTest(what, () -> {
            Page page = new Page();
            String there = Page.location(page.begin("forge"));
            Forge.issues(new PlainJWT(new JWTClaimsSet.Builder().build()).serialize());
            Forge.answers(where, answer);
            assertThat(Page.location(end(page, there))).isEqualTo(Page.ADDRESS + "?error=" + error);
        });
    }

    private String withUserInfo(Page page, String answer) {
        String there = Page.location(page.begin("forge"));
        Forge.issues(
                signed(KEY, claims(there).subject("s-1").claim("email", null).build()));
        Forge.answers("/forge/userinfo", Forge.json(answer));
        return Page.location(end(page, there));
    }

    private static Response end(Page page, String there) {
        return page.end("/v1/auth/oidc/forge/callback?code=" + CODE + "&state=" + Page.value(there, "state"));
    }

    private JWTClaimsSet.Builder claims(String there) {
        return new JWTClaimsSet.Builder()
                .issuer(Forge.issuer())
                .audience(SignInServer.CLIENT)
                .subject(UUID.randomUUID().toString())
                .issueTime(secondsFromNow(0))
                .expirationTime(secondsFromNow(300))
                .claim("nonce", Page.value(there, "nonce"))
                .claim("email", email)
                .claim("email_verified", true);
    }

    private String signedWithSecret(String there) {
        try {
            String secret = SignInServer.SECRET + "-".repeat(32);
            return signed(
                    new JWSHeader(JWSAlgorithm.HS256),
                    new MACSigner(secret),
                    claims(there).build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, new RSASSASigner(key), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
