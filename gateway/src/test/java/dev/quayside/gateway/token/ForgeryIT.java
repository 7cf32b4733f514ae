package dev.quayside.gateway.token;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.quayside.gateway.testing.TestTokens.claims;
import static dev.quayside.gateway.testing.TestTokens.keyId;
import static dev.quayside.gateway.testing.TestTokens.privateKey;
import static dev.quayside.gateway.testing.TestTokens.publicKey;
import static dev.quayside.gateway.testing.TestTokens.sign;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RsaKeys;
import dev.quayside.gateway.testing.Services;
import dev.quayside.gateway.testing.TestTokens;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@GatewayTest
class ForgeryIT {

    @BeforeEach
    void services() {
        Services.reset();
        Services.order().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void goodTokensPassOnTheirSide() {
        call(0, "/v1/orders", TestTokens.customer()).then().statusCode(200);
        call(0, "/v1/admin/products", TestTokens.staff("catalog:read")).then().statusCode(200);
        call(GatewayResource.internalPort(), "/internal/v1/quotes", TestTokens.service("stock:hold"))
                .then()
                .statusCode(200);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> forgedTokensAreRefusedAtTheDoor() {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", unsigned("none"));
        forged.put("alg None, to see who compares letters", unsigned("None"));
        forged.put("HS256 with the public key as its secret", hmac(publicKey().getEncoded()));
        forged.put(
                "HS256 with the public key's PEM",
                hmac(Base64.getMimeEncoder().encode(publicKey().getEncoded())));
        forged.put(
                "another key under our key id",
                claims("quayside", "customer").jws().keyId(keyId()).sign(foreign()));
        forged.put(
                "unknown key id",
                claims("quayside", "customer").jws().keyId("unknown").sign(privateKey()));
        forged.put("no key id", withoutKeyId());
        forged.put(
                "key id is a path",
                claims("quayside", "customer").jws().keyId("../../dev/null").sign(privateKey()));
        forged.put(
                "key id is an address",
                claims("quayside", "customer")
                        .jws()
                        .keyId("http://127.0.0.1:1/jwks.json")
                        .sign(foreign()));
        forged.put(
                "address of keys in the header",
                claims("quayside", "customer")
                        .jws()
                        .keyId(keyId())
                        .header("jku", "http://127.0.0.1:1/jwks.json")
                        .sign(foreign()));
        forged.put(
                "RS512",
                claims("quayside", "customer")
                        .jws()
                        .keyId(keyId())
                        .algorithm(SignatureAlgorithm.RS512)
                        .sign(privateKey()));
        forged.put("other issuer", sign(claims("quayside", "customer").issuer("quayside2")));
        forged.put("other audience", sign(claims("elsewhere", "customer")));
        forged.put("a service's audience", TestTokens.service("stock:hold"));
        forged.put(
                "expired",
                sign(claims("quayside", "customer").expiresAt(Instant.now().minusSeconds(1))));
        forged.put(
                "not valid yet",
                sign(claims("quayside", "customer")
                        .claim("nbf", Instant.now().plusSeconds(60).getEpochSecond())));
        forged.put("changed claims", changed(TestTokens.customer()));
        forged.put("cut signature", TestTokens.customer().replaceAll("\\.[^.]+$", "."));
        forged.put("endless", "x".repeat(9_000));
        forged.put("no token at all", "garbage");
        forged.put("empty", "");
        return forged.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refused(entry.getValue())));
    }

    @Test
    void aPublicTokenIsWorthNothingInside() {
        call(GatewayResource.internalPort(), "/internal/v1/quotes", TestTokens.staff("stock:hold"))
                .then()
                .statusCode(401);
        call(GatewayResource.internalPort(), "/internal/v1/quotes", GatewayResource.ADMIN_KEY)
                .then()
                .statusCode(401);
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void otherSchemesAndDoubledHeadersAreRefused() {
        given().header("Authorization", "Basic YTpi").get("/v1/orders").then().statusCode(401);
        given().header("Authorization", "Bearer " + TestTokens.customer(), "Bearer x")
                .get("/v1/orders")
                .then()
                .statusCode(401);
    }

    private static void refused(String token) {
        call(0, "/v1/orders", token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
        call(0, "/v1/customers/me", token).then().statusCode(401);
        // Steps that other tests have left may still ask for their own.
        Services.order().verify(0, anyRequestedFor(urlPathEqualTo("/v1/orders")));
    }

    private static io.restassured.response.Response call(int port, String path, String token) {
        var request = given().header("Authorization", "Bearer " + token);
        return port == 0 ? request.get(path) : request.port(port).get(path);
    }

    private static String unsigned(String algorithm) {
        String claims = TestTokens.customer().split("\\.", -1)[1];
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + keyId() + "\"}") + "." + claims
                + ".";
    }

    private static String hmac(byte[] secret) {
        return claims("quayside", "customer")
                .jws()
                .keyId(keyId())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(secret, "HmacSHA256"));
    }

    private static String withoutKeyId() {
        return claims("quayside", "customer").jws().sign(privateKey());
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("customer", "staff");
        return parts[0] + "." + encode(claims) + "." + parts[2];
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static java.security.PrivateKey foreign() {
        return RsaKeys.get(0).getPrivate();
    }
}
