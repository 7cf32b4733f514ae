package dev.quayside.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Proxied;
import dev.quayside.gateway.testing.RawHttp;
import dev.quayside.gateway.testing.TestTokens;
import dev.quayside.gateway.testing.TrustAll;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator's own services: who gets through to them, and as what. They are no part of the contract, which describes the shop's API. */
@GatewayTest
class ExtensionsIT {
    private static final String OPEN = "/v1/extensions/open";

    @Inject
    RedisDataSource redis;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "extension, anonymous, customer, staff, key, forged, service",
                "open,      200,       200,      200,   200, 401,    401",
                "members,   401,       200,      200,   200, 401,    401",
                "office,    401,       403,      200,   200, 401,    401",
            })
    void whoGetsThrough(String extension, int anonymous, int customer, int staff, int key, int forged, int service) {
        String path = "/v1/extensions/" + extension + "/x";
        assertThat(given().get(path).statusCode()).as("anonymous").isEqualTo(anonymous);
        assertThat(with(TestTokens.customer()).get(path).statusCode())
                .as("customer")
                .isEqualTo(customer);
        assertThat(with(TestTokens.staff("staff")).get(path).statusCode())
                .as("staff")
                .isEqualTo(staff);
        assertThat(with(GatewayResource.ADMIN_KEY).get(path).statusCode())
                .as("API key")
                .isEqualTo(key);
        assertThat(with("forged").get(path).statusCode()).as("forged").isEqualTo(forged);
        assertThat(with(TestTokens.service("audit:read")).get(path).statusCode())
                .as("service")
                .isEqualTo(service);
        assertThat(Proxied.get("203.0.113.77", path, upgrade()).status() / 100)
                .as("WebSocket")
                .isEqualTo(anonymous == 200 ? 1 : 4);
    }

    @Test
    void aRefusalIsAProblemThatSaysWhatIsMissing() {
        given().get("/v1/extensions/members/x")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("RateLimit-Limit", not(nullValue()))
                .body("code", equalTo("unauthenticated"));
        with(TestTokens.customer())
                .get("/v1/extensions/office/x")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().get("/v1/extensions/other/x").then().statusCode(404);
        given().get(OPEN + "/internal/x").then().statusCode(404);
    }

    @Test
    void itIsToldWhoCallsByTheGatewayAlone() {
        with(GatewayResource.ADMIN_KEY)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("Cookie", "a=b")
                .header("X-Request-Id", "mine-12345678")
                .get(OPEN + "/rooms?x=1")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "mine-12345678")
                .header("X-Content-Type-Options", "nosniff")
                .body("uri", equalTo("/rooms?x=1"))
                .body("'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("'x-real-ip'", nullValue())
                .body("cookie", nullValue())
                .body("'x-request-id'", equalTo("mine-12345678"))
                .body("authorization", startsWith("Bearer ey"))
                .body("authorization", not(containsString(GatewayResource.ADMIN_KEY)));
        given().contentType("application/json")
                .body("x".repeat((1 << 20) + 1))
                .post(OPEN + "/rooms")
                .then()
                .statusCode(413);
    }

    /** Or a service of the operator's own could do whatever its callers may. */
    @Test
    void theTokenThatItIsGivenOpensNothingElse() {
        for (String caller :
                List.of(TestTokens.customer(), TestTokens.staff("catalog:write"), GatewayResource.ADMIN_KEY)) {
            String given = told(caller, OPEN);
            assertThat(given).isNotEqualTo(caller).isEqualTo(told(caller, OPEN));
            JsonPath claims = claims(given);
            assertThat(claims.getString("aud")).isEqualTo("extensions/open");
            assertThat(claims.getString("iss")).isEqualTo("quayside");
            assertThat(claims.getString("sid")).isNull();
            for (String path : List.of("/v1/customers/me", "/v1/admin/products", "/v1/extensions/members/x")) {
                with(given).get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
            }
            with(given)
                    .port(GatewayResource.internalPort())
                    .get("/internal/v1/products")
                    .then()
                    .statusCode(not(equalTo(200)));
        }
    }

    @Test
    void theTokenSaysWhoCallsAndEndsWithTheCallersOwn() {
        String own = TestTokens.customer();
        JsonPath before = claims(own);
        JsonPath after = claims(told(own, OPEN));
        for (String claim : List.of("sub", "groups", "email", "exp")) {
            assertThat(after.getString(claim)).as(claim).isEqualTo(before.getString(claim));
        }
        assertThat(claims(told(own, "/v1/extensions/members")).getString("aud")).isEqualTo("extensions/members");
        JsonPath script = claims(told(GatewayResource.ADMIN_KEY, OPEN));
        assertThat(script.getList("groups")).contains("staff", "catalog:write");
        assertThat(script.getString("actor")).isEqualTo("api_key");
    }

    private static String told(String bearer, String extension) {
        String authorization = with(bearer)
                .get(extension + "/x")
                .then()
                .statusCode(200)
                .extract()
                .path("authorization");
        return authorization.substring("Bearer ".length());
    }

    private static JsonPath claims(String token) {
        return new JsonPath(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aWebSocketIsToldTheSame() throws Exception {
        for (URI address : List.of(
                URI.create("ws://127.0.0.1:" + RestAssured.port + OPEN + "/rooms"),
                URI.create("wss://127.0.0.1:" + GatewayResource.tlsPort() + OPEN + "/rooms"))) {
            Ear ear = new Ear();
            WebSocket socket = HttpClient.newBuilder()
                    .sslContext(TrustAll.context())
                    .build()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + GatewayResource.ADMIN_KEY)
                    .header("X-Forwarded-For", "6.6.6.6")
                    .header("Origin", GatewayResource.ORIGIN)
                    .buildAsync(address, ear)
                    .get(30, TimeUnit.SECONDS);
            assertThat(ear.heard(0))
                    .contains(
                            "\"uri\":\"/rooms\"", "\"x-forwarded-for\":\"127.0.0.1\"", "\"authorization\":\"Bearer ey")
                    .doesNotContain(GatewayResource.ADMIN_KEY, "6.6.6.6");
            socket.sendText("hello", true).get(30, TimeUnit.SECONDS);
            assertThat(ear.heard(1)).isEqualTo("hello");
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(30, TimeUnit.SECONDS);
            assertThat(ear.closed.get(30, TimeUnit.SECONDS)).isEqualTo(WebSocket.NORMAL_CLOSURE);
        }
        assertThat(given().port(GatewayResource.internalPort())
                        .get("/q/metrics")
                        .asString())
                .contains("gateway_websockets_open ")
                .contains("gateway_websockets_opened_total ")
                .contains("gateway_upstream_instances{service=\"extensions/open\"} 1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example.com, 403",
        "null, 403",
        "https://shop.example.com.evil.example, 403",
        "https://shop.example.com, 101",
        "http://shop, 101",
    })
    void aPageOfAnotherSiteOpensNoWebSocket(String origin, int status) {
        Proxied answer = Proxied.get("203.0.113.78", OPEN + "/rooms", upgrade("Origin: " + origin));
        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains("origin_not_allowed");
        }
    }

    @Test
    void aWebSocketCountsAsARequestDoes() {
        String client = "203.0.113.79";
        long now = Instant.now().toEpochMilli() * 1_000;
        redis.value(String.class)
                .set("quayside:limit:address:" + client, Long.toString(now + 600_000L * 50 + 30 * 1_000_000L));
        Proxied answer = Proxied.get(client, OPEN + "/rooms", upgrade());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.number("RateLimit-Remaining")).isZero();
    }

    /** What was sent in the belief that there is a WebSocket is never a request. */
    @Test
    void nothingComesAfterARefusal() {
        String hidden = "GET " + OPEN + "/hidden HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n";
        int before = given().get(OPEN + "/before").path("requests");
        for (String path : List.of(OPEN + "/no", "/v1/extensions/members/x", "/v1/products")) {
            List<String> head = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: shop"));
            head.addAll(Arrays.asList(upgrade()));
            assertThat(RawHttp.sendWithBody(RestAssured.port, hidden, head.toArray(String[]::new)))
                    .as(path)
                    .containsIgnoringCase("Connection: close")
                    .containsOnlyOnce("HTTP/1.1");
        }
        assertThat(given().get(OPEN + "/after").<Integer>path("requests")).isEqualTo(before + 2);
    }

    @Test
    void elsewhereThereIsNoWebSocketAndNoTunnel() {
        for (String path : List.of("/v1/products", "/docs", "/q/health/live")) {
            Proxied answer = Proxied.get("203.0.113.80", path, upgrade());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("websocket_not_taken");
        }
        for (String target : List.of(OPEN + "/rooms", "shop:443")) {
            assertThat(RawHttp.send(
                            RestAssured.port, "CONNECT " + target + " HTTP/1.1", "Host: shop", "Connection: close"))
                    .doesNotStartWith("HTTP/1.1 2")
                    .matches("(?s)HTTP/1.1 40[045] .*");
        }
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Of a WebSocket that ends after the first thing that is said, so that its answer has an end. */
    private static String[] upgrade(String... more) {
        List<String> head = new ArrayList<>(List.of(
                "Connection: Upgrade",
                "Upgrade: websocket",
                "X-Brief: yes",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw=="));
        head.addAll(Arrays.asList(more));
        return head.toArray(String[]::new);
    }

    /** Hears what is said in a WebSocket. */
    private static final class Ear implements WebSocket.Listener {
        private final List<CompletableFuture<String>> texts =
                List.of(new CompletableFuture<>(), new CompletableFuture<>());
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private int count;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                texts.get(count++).complete(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        String heard(int index) throws Exception {
            return texts.get(index).get(30, TimeUnit.SECONDS);
        }
    }
}
