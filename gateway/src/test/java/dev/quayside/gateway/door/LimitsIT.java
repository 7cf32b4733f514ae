package dev.quayside.gateway.door;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.attempt.SignInTry;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Proxied;
import dev.quayside.gateway.testing.Services;
import dev.quayside.gateway.testing.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits as callers meet them. A bucket is emptied by its number in Redis: what the tests' own calls may cost is a thousand times more. */
@GatewayTest
class LimitsIT {
    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final List<String> SHOWN =
            List.of("RateLimit-Limit", "RateLimit-Policy", "RateLimit-Remaining", "RateLimit-Reset");

    /** An address that no other test calls from. */
    private final String client = "198.51.100." + CLIENTS.incrementAndGet();

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("RateLimit-Limit", "7")));
        Services.order().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Services.payment().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void everyAnswerTellsHowItsCallerStands() {
        for (String path : List.of("/v1/products", "/openapi.json", "/no/such/path", "/v1/customers/me")) {
            Proxied answer = Proxied.get(client, path);
            if (!path.startsWith("/no")) {
                assertThat(answer.number("RateLimit-Limit")).as(path).isEqualTo(600_000);
                assertThat(answer.header("RateLimit-Policy")).contains("600000;w=30;comment=\"address\"");
                assertThat(answer.number("RateLimit-Remaining")).isBetween(599_000L, 599_999L);
                assertThat(answer.number("RateLimit-Reset")).isBetween(0L, 1L);
            }
        }
    }

    @Test
    void tooManyRequestsOfOneAddressAreAProblemThatSaysWhenToComeBack() {
        empty("address", client, 600_000, 50, 30);
        Proxied answer = Proxied.get(client, "/v1/products", "Origin: " + GatewayResource.ORIGIN);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.number("Retry-After")).isBetween(20L, 31L);
        assertThat(answer.number("RateLimit-Remaining")).isZero();
        assertThat(SHOWN).allMatch(name -> answer.header(name).isPresent());
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(GatewayResource.ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow()).contains("Retry-After", "RateLimit-");
        assertThat(answer.body()).contains("\"code\":\"too_many_requests\"", "\"requestId\"", "try again in");
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
        assertThat(Proxied.get(client + "9", "/v1/products").status()).isEqualTo(200);
    }

    @Test
    void webhooksAndHealthAreNeverCounted() {
        empty("address", client, 600_000, 50, 30);
        Proxied webhook = Proxied.send(client, "POST /v1/webhooks/stripe", "{}");
        assertThat(webhook.status()).isEqualTo(200);
        assertThat(webhook.headers())
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("ratelimit"));
        assertThat(Proxied.get(client, "/q/health/live").status()).isEqualTo(200);
        assertThat(given().port(GatewayResource.internalPort())
                        .header("Authorization", "Bearer " + TestTokens.service("stock:hold"))
                        .get("/internal/v1/quotes")
                        .header("RateLimit-Limit"))
                .isNull();
    }

    @Test
    void whoIsSignedInIsCountedByThemselvesWhereverTheyAre() {
        empty("address", client, 600_000, 50, 30);
        String customer = UUID.randomUUID().toString();
        String token = token("customer", customer);
        Proxied signedIn = Proxied.get(client, "/v1/orders", token);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.header("RateLimit-Policy").orElseThrow()).contains("customer");
        String other = UUID.randomUUID().toString();
        empty("customer", other, 300_000, 100, 30);
        assertThat(Proxied.get("203.0.113.1", "/v1/orders", token("customer", other))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void staffAndScriptsHaveALimitOfTheirOwn() {
        String script = UUID.randomUUID().toString();
        assertThat(Proxied.get(client, "/v1/admin/products", token("staff", script))
                        .number("RateLimit-Limit"))
                .isEqualTo(3_000_000);
        assertThat(Proxied.get(client, "/v1/products", "Authorization: Bearer " + GatewayResource.ADMIN_KEY)
                        .number("RateLimit-Limit"))
                .isEqualTo(3_000_000);
        String busy = UUID.randomUUID().toString();
        empty("key", busy, 3_000_000, 20, 30);
        assertThat(Proxied.get(client, "/v1/admin/products", token("staff", busy))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void badTokensAreCountedByAddress() {
        assertThat(Proxied.get(client, "/v1/orders", "Authorization: Bearer forged")
                        .status())
                .isEqualTo(401);
        String other = client + "8";
        empty("address", other, 600_000, 50, 30);
        assertThat(Proxied.get(other, "/v1/orders", "Authorization: Bearer forged")
                        .status())
                .isEqualTo(429);
        assertThat(Proxied.get(other, "/v1/orders", "Authorization: Basic YTpi").status())
                .isEqualTo(429);
    }

    @Test
    void guessingAtApiKeysEndsAndAKeyThatIsGoodGoesOn() {
        String good = "Authorization: Bearer " + GatewayResource.ADMIN_KEY;
        String guessed = "Authorization: Bearer sk_" + "x".repeat(32);
        assertThat(Proxied.get(client, "/v1/products", good).status()).isEqualTo(200);
        assertThat(Proxied.get(client, "/v1/products", guessed).status()).isEqualTo(401);
        empty("refused-keys", client, 60_000, 1_000, 30);
        assertThat(Proxied.get(client, "/v1/products", guessed).status()).isEqualTo(429);
        Proxied before = Proxied.get(client, "/v1/products", guessed);
        assertThat(before.status()).isEqualTo(429);
        assertThat(before.header("RateLimit-Policy").orElseThrow()).contains("refused-keys");
        assertThat(Proxied.get(client, "/v1/products", good).status()).isEqualTo(200);
    }

    @Test
    void nobodyGetsAroundALimitByWritingAnotherAddress() {
        empty("address", client, 600_000, 50, 30);
        assertThat(Proxied.get("6.6.6.6, " + client, "/v1/products").status()).isEqualTo(429);
        assertThat(Proxied.get("6.6.6.6", "/v1/products", "X-Forwarded-For: " + client)
                        .status())
                .isEqualTo(429);
        assertThat(Proxied.get(client, "/v1/products", "X-Real-IP: 6.6.6.6", "Forwarded: for=6.6.6.6")
                        .status())
                .isEqualTo(429);
        assertThat(given().header("X-Forwarded-For", client).get("/v1/products").statusCode())
                .as("who is no trusted proxy speaks for itself alone")
                .isEqualTo(200);
    }

    @Test
    void aHouseholdOfIpv6IsOne() {
        String network = "2001:db8:0:" + Integer.toHexString(CLIENTS.incrementAndGet());
        empty("address", network + "::", 600_000, 50, 30);
        assertThat(Proxied.get(network + ":aaaa::1", "/v1/products").status()).isEqualTo(429);
        assertThat(Proxied.get(network + "1::1", "/v1/products").status()).isEqualTo(200);
    }

    @Test
    void signingInTellsTheTighterLimitAndWaitsWhenItIsUsedUp() {
        String email = UUID.randomUUID() + "@example.com";
        String body = "{\"email\":\"" + email + "\",\"password\":\"wrong password\"}";
        Proxied wrong = Proxied.send(client, "POST /v1/auth/login", body);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("RateLimit-Policy")).contains("5000;w=3600;comment=\"login-account\"");
        assertThat(wrong.number("RateLimit-Remaining")).isEqualTo(4_999);
        String account = SignInTry.of("customer", email, client, null).account();
        redis.hash(String.class)
                .hset(
                        "quayside:tries:login-account:" + account,
                        "until",
                        Long.toString(Instant.now().plusSeconds(60).toEpochMilli()));
        Proxied refused = Proxied.send(client, "POST /v1/auth/login", body);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.number("Retry-After")).isBetween(55L, 60L);
        assertThat(refused.headers().stream()
                        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("retry-after")))
                .hasSize(1);
        assertThat(SHOWN).allMatch(name -> refused.header(name).isPresent());
    }

    /** Overdraws a bucket so far that it has nothing for a while. */
    private void empty(String limit, String subject, long capacity, long refillMicros, long seconds) {
        long now = Instant.now().toEpochMilli() * 1_000;
        redis.value(String.class)
                .set(
                        "quayside:limit:" + limit + ":" + subject,
                        Long.toString(now + capacity * refillMicros + seconds * 1_000_000));
    }

    private static String token(String group, String subject) {
        return "Authorization: Bearer "
                + TestTokens.sign(TestTokens.claims("quayside", group).subject(subject));
    }
}
