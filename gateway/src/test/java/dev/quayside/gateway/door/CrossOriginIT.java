package dev.quayside.gateway.door;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class CrossOriginIT {

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog()
                .stubFor(any(anyUrl())
                        .willReturn(okJson("{}")
                                .withHeader("Vary", "Accept-Encoding")
                                .withHeader("Access-Control-Allow-Origin", "*")
                                .withHeader("Access-Control-Allow-Credentials", "true")));
    }

    @Test
    void pagesOfAnAllowedOriginMayAskAndThenCall() {
        preflight(GatewayResource.ORIGIN, "/v1/carts")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", GatewayResource.ORIGIN)
                .header("Access-Control-Allow-Methods", containsString("DELETE"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", "600")
                .header("Access-Control-Allow-Credentials", nullValue());
        from(GatewayResource.ORIGIN)
                .get("/v1/products")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", GatewayResource.ORIGIN)
                .header("Access-Control-Expose-Headers", containsString("RateLimit-Remaining"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://shop.example.com.evil.org",
                "http://shop.example.com",
                "https://shop.example.com:444",
                "null"
            })
    void pagesOfAnotherOriginMayNot(String origin) {
        preflight(origin, "/v1/auth/login")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue())
                .body("code", equalTo("origin_not_allowed"));
        from(origin)
                .get("/v1/products")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
        Services.order().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void cookiesAreTakenWherePeopleSignInAndNowhereElse() {
        preflight(GatewayResource.ORIGIN, "/v1/auth/refresh")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Credentials", "true");
        from(GatewayResource.ORIGIN)
                .contentType("application/json")
                .body("{}")
                .post("/v1/auth/refresh")
                .then()
                .statusCode(422)
                .header("Access-Control-Allow-Origin", GatewayResource.ORIGIN)
                .header("Access-Control-Allow-Credentials", "true");
    }

    @Test
    void cachesKeepTheAnswersOfDifferentPagesApart() {
        assertThat(vary(given().get("/v1/products"))).contains("origin", "accept-encoding");
        assertThat(vary(from(GatewayResource.ORIGIN).get("/openapi.json"))).contains("origin");
        assertThat(vary(given().get("/no/such/path"))).contains("origin");
        assertThat(vary(preflight(GatewayResource.ORIGIN, "/v1/carts")))
                .contains("origin", "access-control-request-method", "access-control-request-headers");
    }

    @Test
    void errorsCanBeReadByThePageThatAsked() {
        from(GatewayResource.ORIGIN)
                .header("Authorization", "Bearer forged")
                .get("/v1/orders")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", GatewayResource.ORIGIN);
    }

    @Test
    void noCookieReachesAService() {
        given().header("Cookie", "__Secure-quayside-refresh=secret").get("/v1/products");
        Services.catalog()
                .verify(
                        1,
                        com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(anyUrl())
                                .withoutHeader("Cookie"));
    }

    @Test
    void overTlsInFrontBrowsersAreToldToUseNothingElse() {
        var headers = io.vertx.core.MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(true).mark(headers, false);
        assertThat(headers.get("Strict-Transport-Security")).contains("max-age=31536000");
        headers.clear();
        new SecurityHeaders(false).mark(headers, false);
        assertThat(headers.contains("Strict-Transport-Security")).isFalse();
    }

    private static List<String> vary(io.restassured.response.Response answer) {
        return answer.headers().getValues("Vary").stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",", -1)))
                .map(value -> value.trim().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static io.restassured.response.Response preflight(String origin, String path) {
        return from(origin).header("Access-Control-Request-Method", "POST").options(path);
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }
}
