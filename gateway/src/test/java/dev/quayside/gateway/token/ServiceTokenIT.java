package dev.quayside.gateway.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ServiceTokenIT {
    private static final String SECRET = GatewayResource.CLIENT_SECRET;

    @Test
    void aClientGetsATokenForItsScopesByForm() {
        String token = form(Map.of(
                        "grant_type", "client_credentials", "client_id", "order-service", "client_secret", SECRET))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body("scope", equalTo("audit-log:write audit:read payments:write stock:hold"))
                .extract()
                .path("access_token");
        JsonPath claims = new JsonPath(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
        Assertions.assertThat(claims.getString("aud")).isEqualTo("quayside-internal");
        Assertions.assertThat(claims.getString("sub")).isEqualTo("order-service");
        Assertions.assertThat(claims.getString("iss")).isEqualTo("quayside");
    }

    @Test
    void aClientGetsATokenByBasicWithBothHalvesEncoded() {
        basic("payment-service", SECRET, "grant_type=client_credentials")
                .statusCode(200)
                .body("scope", equalTo("audit-log:write audit:read orders:repair payment-events:write"));
    }

    @Test
    void theInternalListenerIssuesTokensToo() {
        given().port(GatewayResource.internalPort())
                .contentType("application/x-www-form-urlencoded")
                .formParams(Map.of(
                        "grant_type", "client_credentials", "client_id", "order-service", "client_secret", SECRET))
                .post("/oauth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void aClientMayAskForLessButNotForMore() {
        basic("order-service", SECRET, "grant_type=client_credentials&scope=audit%3Aread")
                .statusCode(200)
                .body("scope", equalTo("audit:read"));
        basic("order-service", SECRET, "grant_type=client_credentials&scope=audit%3Aread+people%3Awrite")
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void aWrongSecretAndAnUnknownClientAreAnsweredAlike() {
        for (String client : new String[] {"order-service", "catalog-service", "nobody", ""}) {
            basic(client, "wrong", "grant_type=client_credentials")
                    .statusCode(401)
                    .contentType("application/json")
                    .header("WWW-Authenticate", startsWith("Basic"))
                    .header("Cache-Control", "no-store")
                    .body("error", equalTo("invalid_client"))
                    .body("code", nullValue());
        }
        form(Map.of("grant_type", "client_credentials", "client_id", "order-service"))
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type",
                "a=b",
                "grant_type=client_credentials&grant_type=client_credentials",
                "grant_type=client_credentials&client_secret=x",
                "{\"grant_type\":\"client_credentials\"}"
            })
    void whatIsNoTokenRequestIsInvalid(String body) {
        basic("order-service", SECRET, body).statusCode(400).body("error", not(equalTo("invalid_client")));
    }

    @Test
    void otherGrantsAreNotSupported() {
        basic("order-service", SECRET, "grant_type=password&username=a&password=b")
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void theKeysArePublishedOnBothSidesWithoutTheirPrivateHalf() {
        for (int port : new int[] {io.restassured.RestAssured.port, GatewayResource.internalPort()}) {
            given().port(port)
                    .get("/.well-known/jwks.json")
                    .then()
                    .statusCode(200)
                    .body("keys", hasSize(1))
                    .body("keys[0]", hasEntry("kid", TestTokens.keyId()))
                    .body("keys[0]", hasEntry("alg", "RS256"))
                    .body("keys[0]", not(hasKey("d")))
                    .body("keys[0]", not(hasKey("p")));
        }
    }

    @Test
    void theConfigurationSaysWhereKeysAndTokensAre() {
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("quayside"))
                .body("jwks_uri", org.hamcrest.Matchers.endsWith("/.well-known/jwks.json"))
                .body("token_endpoint", org.hamcrest.Matchers.endsWith("/oauth/token"));
    }

    private static ValidatableResponse form(Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .post("/oauth/token")
                .then();
    }

    private static ValidatableResponse basic(String client, String secret, String body) {
        String pair = encode(client) + ":" + encode(secret);
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return given().header("Authorization", header)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(body)
                .post("/oauth/token")
                .then();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
