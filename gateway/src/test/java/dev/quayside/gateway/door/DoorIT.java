package dev.quayside.gateway.door;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RawHttp;
import dev.quayside.gateway.testing.Services;
import io.restassured.RestAssured;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class DoorIT {

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog()
                .stubFor(any(anyUrl())
                        .willReturn(okJson("{}")
                                .withHeader("Server", "secret/1.0")
                                .withHeader("X-Frame-Options", "ALLOWALL")));
        Services.order().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Services.payment().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/quotes",
                "/Internal/v1/quotes",
                "/INTERNAL/v1/quotes",
                "//internal/v1/quotes",
                "/internal//v1/quotes",
                "/internal;/v1/quotes",
                "/internal;x=y/v1/quotes",
                "/%69nternal/v1/quotes",
                "/v1/../internal/v1/quotes",
                "/v1/products/../../internal/v1/quotes",
                "/v1/products/..;/..;/internal/v1/quotes",
                "/v1/products/%2e%2e/%2e%2e/internal/v1/quotes",
                "/internal%2fv1/quotes",
                "/internal%2Fv1%2Fquotes",
                "/internal%5cv1/quotes",
                "/internal\\v1\\quotes",
                "/internal/v1/quotes%00",
                "http://127.0.0.1/internal/v1/quotes",
                "/internal/v1/audit/catalog/invariants",
                "/q/metrics",
            })
    void theInternalApiIsNotThereForThePublicUnderAnySpelling(String path) {
        String answer = RawHttp.send(RestAssured.port, "GET " + path + " HTTP/1.1", "Host: x", "Connection: close");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
        // A backslash is refused by the HTTP server itself, before there is a request that could be answered in our
        // words.
        assertThat(answer.contains("application/problem+json")).isEqualTo(!path.contains("\\"));
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void neitherIsThePublicApiThereForServices() {
        given().port(GatewayResource.internalPort()).get("/v1/products").then().statusCode(404);
        given().port(GatewayResource.internalPort()).get("/q/metrics").then().statusCode(200);
        given().port(GatewayResource.internalPort())
                .get("/q/health/ready")
                .then()
                .statusCode(200);
    }

    @Test
    void theInternalListenerForwardsAuditsUnderTheServicesOwnPaths() {
        given().port(GatewayResource.internalPort())
                .get("/internal/v1/audit/catalog/reservations?after=1&limit=2")
                .then()
                .statusCode(200);
        Services.catalog().verify(1, getRequestedFor(urlEqualTo("/internal/v1/audit/reservations?after=1&limit=2")));
    }

    @Test
    void headersThatAServiceMightBelieveComeFromTheGatewayAlone() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example.com")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("Quayside-Caller", "admin")
                .header("Connection", "X-Named")
                .header("X-Named", "value")
                .header("X-Kept", "value")
                .header("X-Request-Id", "request-4711")
                .get("/v1/products")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "request-4711");
        Services.catalog()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo("/v1/products"))
                                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                                .withHeader("X-Request-Id", equalTo("request-4711"))
                                .withHeader("X-Kept", equalTo("value"))
                                .withoutHeader("X-Forwarded-Host")
                                .withoutHeader("Forwarded")
                                .withoutHeader("X-Real-IP")
                                .withoutHeader("Quayside-Caller")
                                .withoutHeader("X-Named")
                                .withoutHeader("Authorization"));
    }

    @Test
    void anIllFormedRequestIdIsReplaced() {
        given().header("X-Request-Id", "no spaces or <tags> here")
                .get("/v1/products")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void everyAnswerHasTheSecurityHeadersOnceAndTellsNoServer() {
        for (String path : new String[] {"/v1/products", "/no/such/path", "/openapi.json"}) {
            var answer = given().get(path).then().header("Server", nullValue()).extract();
            assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().getValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.headers().getValues("X-Request-Id")).hasSize(1);
            assertThat(answer.headers().getValues("Content-Security-Policy"))
                    .hasSize(1)
                    .allMatch(policy -> policy.contains("frame-ancestors 'none'"));
            assertThat(answer.header("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void anAddressThatIsTooLongGetsAProblem() {
        given().get("/v1/products?q=" + "x".repeat(10_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("code", Matchers.equalTo("uri_too_long"));
        given().get("/v1/products?q=" + "x".repeat(3_980)).then().statusCode(200);
        Services.catalog().verify(1, anyRequestedFor(anyUrl()));
    }

    /** These are answered by the HTTP server itself, before there is a request. */
    @Test
    void whatTheHttpServerRefusesItselfTellsNothingOfIt() {
        for (String[] head : new String[][] {
            {"GET /v1/products?q=" + "x".repeat(20_000) + " HTTP/1.1", "Host: x"},
            {"GET /v1/pro\\ducts HTTP/1.1", "Host: x", "Connection: close"},
            {"GET /v1/products HTTP/1.1", "Host: x", "X-Long: " + "x".repeat(17_000)},
            {"GET /v1/products HTTP/1.1", "Host: x", "Content-Length: -1"},
            {"GET /v1/products HTTP/9.9", "Host: x"},
            {"NONSENSE"},
        }) {
            String answer = RawHttp.send(RestAssured.port, head);
            assertThat(answer).matches("(?s)HTTP/\\d.\\d (400|414|431|501|505) .*");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(
                            "server:", "x-powered-by", "netty", "vert.x", "vertx", "quarkus", "exception", "at io.");
        }
    }

    @Test
    void methodsWithoutAUseAreRefused() {
        for (String method : new String[] {"TRACE", "CONNECT", "PROPFIND"}) {
            String answer =
                    RawHttp.send(RestAssured.port, method + " /v1/products HTTP/1.1", "Host: x", "Connection: close");
            assertThat(answer).matches("(?s)HTTP/1.1 (400|405|501) .*");
        }
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aRequestThatSaysItsLengthTwiceReachesNobody() {
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                "abcde",
                "POST /v1/carts HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Content-Length: 4",
                "Content-Length: 5");
        assertThat(answer).startsWith("HTTP/1.1 400");
        Services.order().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void headersBeyondSixteenKilobytesAreRefused() {
        String answer =
                RawHttp.send(RestAssured.port, "GET /v1/products HTTP/1.1", "Host: x", "X-Long: " + "x".repeat(17_000));
        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void metricsCountByRouteAndNeverByPath() {
        given().get("/v1/carts/0b5f2f0e-5f38-4c57-8f2b-6c3a5d8e9f10");
        given().port(GatewayResource.internalPort())
                .get("/q/metrics")
                .then()
                .body(containsString("route=\"/v1/carts/*\""))
                .body(Matchers.not(containsString("0b5f2f0e")));
    }
}
