package dev.quayside.gateway.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.RawHttp;
import dev.quayside.gateway.testing.Services;
import io.restassured.RestAssured;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ForwardingIT {
    private static final int JSON_LIMIT = 1 << 20;
    private static final int OWN_LIMIT = 1 << 16;
    private static final int WEBHOOK_LIMIT = 1 << 18;

    @BeforeEach
    void services() {
        Services.reset();
    }

    @Test
    void pathQueryBodyAndAnswerGoThroughUnchanged() {
        Services.order()
                .stubFor(post(urlEqualTo("/v1/carts?x=%2F&x=2"))
                        .willReturn(aResponse()
                                .withStatus(201)
                                .withHeader("ETag", "\"7\"")
                                .withHeader("Location", Services.order().baseUrl() + "/v1/carts/1")
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"data\":{}}")));
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .header("Idempotency-Key", "k")
                .body("{ \"currency\" : \"EUR\" }")
                .post("/v1/carts?x=%2F&x=2")
                .then()
                .statusCode(201)
                .header("ETag", "\"7\"")
                .header("Location", "/v1/carts/1")
                .body(Matchers.equalTo("{\"data\":{}}"));
        Services.order()
                .verify(
                        1,
                        postRequestedFor(anyUrl())
                                .withRequestBody(equalTo("{ \"currency\" : \"EUR\" }"))
                                .withHeader("Idempotency-Key", equalTo("k")));
    }

    @Test
    void answersWithoutABodyStayWithoutOne() {
        Services.catalog().stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(204)));
        Services.catalog()
                .stubFor(get(anyUrl()).willReturn(aResponse().withStatus(304).withHeader("ETag", "\"1\"")));
        String gone =
                RawHttp.send(RestAssured.port, "DELETE /v1/admin/products/1 HTTP/1.1", "Host: x", "Connection: close");
        assertThat(gone).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n").doesNotContain("chunked");
        String same = RawHttp.send(RestAssured.port, "GET /v1/products HTTP/1.1", "Host: x", "Connection: close");
        assertThat(same).startsWith("HTTP/1.1 304").endsWith("\r\n\r\n").contains("\"1\"");
    }

    @Test
    void aLargeAnswerIsStreamed() {
        String large = "x".repeat(8 << 20);
        Services.catalog().stubFor(get(anyUrl()).willReturn(ok(large)));
        assertThat(given().get("/v1/products").asString()).hasSize(large.length());
    }

    @Test
    void aBodyUpToTheLimitIsTakenAndOneMoreByteIsNot() {
        Services.order().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        send("/v1/carts", JSON_LIMIT).then().statusCode(200);
        send("/v1/carts", JSON_LIMIT + 1)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", Matchers.equalTo("body_too_large"));
        Services.order().verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void theGatewaysOwnEndpointsHaveALimitToo() {
        send("/v1/auth/login", OWN_LIMIT + 1).then().statusCode(413).body("code", Matchers.equalTo("body_too_large"));
    }

    @Test
    void theGatewaysOwnEndpointsCutChunkedBodiesToo() {
        String chunk = " ".repeat(64 * 1024);
        String body = ("10000\r\n" + chunk + "\r\n").repeat(2) + "0\r\n\r\n";
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                body,
                "POST /v1/auth/login HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    /** Two lengths are how requests are smuggled: what is behind the shorter one must never be a request of its own. */
    @Test
    void aBodyWithTwoLengthsIsOneBodyOrNone() {
        Services.order().stubFor(any(anyUrl()).willReturn(ok()));
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                "4\r\nabcd\r\n0\r\n\r\n",
                "POST /v1/carts HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Content-Length: 3",
                "Transfer-Encoding: chunked");
        assertThat(answer).matches("(?s)HTTP/1.1 (200|400) .*");
        int whole = Services.order()
                .findAll(postRequestedFor(urlEqualTo("/v1/carts")).withRequestBody(equalTo("abcd")))
                .size();
        assertThat(Services.order().getAllServeEvents()).hasSize(whole);
    }

    @Test
    void aChunkedBodyThatGrowsPastTheLimitIsCut() {
        Services.payment().stubFor(any(anyUrl()).willReturn(ok()));
        String chunk = "x".repeat(64 * 1024);
        StringBuilder body = new StringBuilder();
        for (int sent = 0; sent <= WEBHOOK_LIMIT; sent += chunk.length()) {
            body.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                body.toString(),
                "POST /v1/webhooks/stripe HTTP/1.1",
                "Host: x",
                "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
        Services.payment().verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aChunkedBodyWithinTheLimitIsTaken() {
        Services.payment().stubFor(any(anyUrl()).willReturn(ok("taken")));
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                "POST /v1/webhooks/stripe HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("taken");
        Services.payment().verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo("abcde")));
    }

    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOn() {
        Services.order().stubFor(any(anyUrl()).willReturn(ok("taken")));
        String answer = RawHttp.sendWithBody(
                RestAssured.port,
                "abcde",
                "POST /v1/carts HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Expect: 100-continue",
                "Content-Length: 5");
        assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200", "taken");
        Services.order().verify(1, postRequestedFor(anyUrl()).withoutHeader("Expect"));
    }

    @Test
    void aWebhookKeepsItsBytesAndGoesWithoutAToken() {
        Services.payment().stubFor(any(anyUrl()).willReturn(ok()));
        given().header("Stripe-Signature", "t=1,v1=abc")
                .header("Authorization", "Bearer broken")
                .contentType("application/json; charset=utf-8")
                .body(" {\"id\":\"evt_1\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/webhooks/stripe")
                .then()
                .statusCode(200);
        Services.payment()
                .verify(
                        1,
                        postRequestedFor(anyUrl())
                                .withRequestBody(equalTo(" {\"id\":\"evt_1\"}\n"))
                                .withHeader("Stripe-Signature", equalTo("t=1,v1=abc"))
                                .withoutHeader("Authorization"));
    }

    @Test
    void aServiceThatIsSlowIsA504() {
        Services.catalog()
                .stubFor(get(anyUrl()).willReturn(ok().withFixedDelay(GatewayResource.ANSWER_TIMEOUT_MILLIS * 2)));
        given().get("/v1/products")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", Matchers.equalTo("gateway_timeout"));
        Services.catalog().verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aServiceThatIsAwayIsA502AndTheGatewayStaysReady() {
        int port = Services.payment().port();
        Services.payment().stop();
        try {
            given().get("/v1/admin/payments/1")
                    .then()
                    .statusCode(502)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", Matchers.equalTo("bad_gateway"))
                    .body("detail", Matchers.not(Matchers.containsString(Integer.toString(port))));
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            Services.payment().start();
        }
    }

    @Test
    void aReadIsTriedOnceMoreWhenItsConnectionBreaks() {
        Services.catalog()
                .stubFor(get(anyUrl())
                        .inScenario("broken")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                        .willSetStateTo("healed"));
        Services.catalog()
                .stubFor(get(anyUrl())
                        .inScenario("broken")
                        .whenScenarioStateIs("healed")
                        .willReturn(ok("healed")));
        given().get("/v1/products").then().statusCode(200).body(Matchers.equalTo("healed"));
    }

    @Test
    void aReadIsNotTriedThreeTimesAndAWriteNotTwice() {
        Services.catalog().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        Services.order().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        given().get("/v1/products").then().statusCode(502);
        Services.catalog().verify(2, getRequestedFor(anyUrl()));
        send("/v1/carts", 10).then().statusCode(502);
        given().post("/v1/orders/1/cancel").then().statusCode(502);
        Services.order().verify(1, postRequestedFor(urlEqualTo("/v1/carts")));
        Services.order().verify(1, postRequestedFor(urlEqualTo("/v1/orders/1/cancel")));
    }

    @Test
    void aClientThatStopsInTheMiddleOfItsBodyIsCutOff() {
        Services.order().stubFor(any(anyUrl()).willReturn(ok()));
        String answer = RawHttp.sendWithBody(
                RestAssured.port, "half", "POST /v1/carts HTTP/1.1", "Host: x", "Content-Length: 100");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("request_timeout");
    }

    @Test
    void problemsOfAServicePassAsTheyAre() {
        Services.order()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(409)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"code\":\"cart_changed\",\"status\":409}")));
        send("/v1/carts/1/checkout", 2)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", Matchers.equalTo("cart_changed"));
    }

    private static io.restassured.response.Response send(String path, int bytes) {
        return given().contentType("application/json").body("x".repeat(bytes)).post(path);
    }
}
