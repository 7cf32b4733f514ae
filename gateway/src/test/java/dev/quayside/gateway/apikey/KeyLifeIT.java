package dev.quayside.gateway.apikey;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.quayside.gateway.apikey.Keys.get;
import static dev.quayside.gateway.apikey.Keys.list;
import static dev.quayside.gateway.apikey.Keys.make;
import static dev.quayside.gateway.apikey.Keys.patch;
import static dev.quayside.gateway.apikey.Keys.post;
import static dev.quayside.gateway.apikey.Keys.revoke;
import static dev.quayside.gateway.apikey.Keys.rotate;
import static dev.quayside.gateway.apikey.Keys.terms;
import static dev.quayside.gateway.apikey.Keys.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class KeyLifeIT {
    @Inject
    DataSource database;

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void aSecretIsShownOnceAndOnlyItsHashIsStored() {
        Map<String, Object> wanted = terms("stock:read", "catalog:read");
        Response made = post(Keys.admin(), wanted);
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("ETag", "\"1\"")
                .header("Location", endsWith("/v1/admin/api-keys/" + made.path("data.id")))
                .body("data.key", matchesPattern("sk_[A-Za-z0-9_-]{43}"))
                .body("data.status", equalTo("active"))
                .body("data.origin", equalTo("admin"))
                .body("data.scopes", contains("catalog:read", "stock:read"))
                .body("data.expiresAt", nullValue());
        String secret = made.path("data.key");
        Response read = Keys.admin().get("/v1/admin/api-keys/" + made.path("data.id"));
        read.then()
                .statusCode(200)
                .body("data.key", nullValue())
                .body("data.hint", equalTo(secret.substring(0, 7) + "…"))
                .body("data.createdAt", equalTo(made.path("data.createdAt")));
        assertThat(read.asString()).doesNotContain(secret);
        assertThat(Database.one(database, "select string_agg(s::text, '') from api_key_secrets s"))
                .doesNotContain(secret, secret.substring(3));
        use(secret).then().statusCode(200);
    }

    @Test
    void nobodyMakesOrManagesAKeyBeyondTheirOwnRights() {
        Keys.Made clerk = make("api-keys:read", "api-keys:write", "catalog:read");
        post(clerk.caller(), terms("catalog:read", "refunds:write"))
                .then()
                .statusCode(403)
                .body("code", equalTo("rights_exceeded"))
                .body("missing", contains("refunds:write"));
        post(clerk.caller(), terms("catalog:read")).then().statusCode(201);
        Keys.Made mightier = make("catalog:read", "refunds:write");
        String path = "/v1/admin/api-keys/" + mightier.id();
        clerk.caller()
                .body(Map.of("overlapSeconds", 60))
                .post(path + "/rotate")
                .then()
                .statusCode(403)
                .body("code", equalTo("rights_exceeded"));
        clerk.caller()
                .header("If-Match", "*")
                .body(Map.of("scopes", List.of("catalog:read")))
                .patch(path)
                .then()
                .statusCode(403);
        clerk.caller().delete(path).then().statusCode(403);
        clerk.caller().get(path).then().statusCode(200);
        Keys.Made own = make("catalog:read");
        clerk.caller()
                .header("If-Match", "*")
                .body(Map.of("scopes", List.of("catalog:write")))
                .patch("/v1/admin/api-keys/" + own.id())
                .then()
                .statusCode(403);
        use(mightier.secret()).then().statusCode(200);
    }

    @Test
    void anExpiredKeySaysSoAndCanBeExtended() {
        Map<String, Object> wanted = terms("catalog:read");
        wanted.put("expiresAt", Instant.now().plus(Duration.ofHours(1)).toString());
        Keys.Made key = make(wanted);
        use(key.secret()).then().statusCode(200);
        Database.update(
                database,
                "update api_keys set expires_at = now() - interval '1 second' where id = ?",
                UUID.fromString(key.id()));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> use(key.secret())
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", containsString("invalid_token"))
                        .body("code", equalTo("api_key_expired"))
                        .body("detail", containsString("expired at")));
        get(key).then().body("data.status", equalTo("expired"));
        patch(key, Map.of("name", key.name() + " again")).then().statusCode(200);
        patch(key, Collections.singletonMap("expiresAt", null))
                .then()
                .statusCode(200)
                .body("data.status", equalTo("active"));
        use(key.secret()).then().statusCode(200);
    }

    @Test
    void aKeyIsGoodFromItsAddressesOnly() {
        Map<String, Object> wanted = terms("catalog:read");
        wanted.put("allowedAddresses", List.of("203.0.113.0/24", "2001:DB8::/32"));
        Keys.Made key = make(wanted);
        use(key.secret())
                .then()
                .statusCode(403)
                .body("code", equalTo("address_not_allowed"))
                .body("detail", containsString("127.0.0.1"));
        get(key).then()
                .body("data.lastUsedAt", nullValue())
                .body("data.allowedAddresses", contains("2001:db8::/32", "203.0.113.0/24"));
        patch(key, Map.of("allowedAddresses", List.of("127.0.0.0/8"))).then().statusCode(200);
        use(key.secret()).then().statusCode(200);
        get(key).then().body("data.lastUsedAddress", equalTo("127.0.0.1"));
        patch(key, Map.of("allowedAddresses", List.of("10.0.0.7"))).then().statusCode(200);
        use(key.secret()).then().statusCode(403);
        patch(key, Collections.singletonMap("allowedAddresses", null))
                .then()
                .body("data.allowedAddresses", equalTo(List.of()));
        use(key.secret()).then().statusCode(200);
    }

    @Test
    void aForwardedAddressOfAStrangerDoesNotOpenAKey() {
        Map<String, Object> wanted = terms("catalog:read");
        wanted.put("allowedAddresses", List.of("203.0.113.7"));
        Keys.with(make(wanted).secret())
                .header("X-Forwarded-For", "203.0.113.7")
                .get("/v1/admin/products")
                .then()
                .statusCode(403);
    }

    @Test
    void aRotatedKeysOldSecretIsGoodUntilTheOverlapEnds() {
        Keys.Made key = make("catalog:read");
        Response rotated = rotate(key, 600);
        rotated.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.id", equalTo(key.id()))
                .body("data.previousSecretUntil", matchesPattern("\\d{4}-.*Z"));
        String second = rotated.path("data.key");
        assertThat(second).isNotEqualTo(key.secret());
        use(key.secret()).then().statusCode(200);
        use(second).then().statusCode(200);
        endOverlaps(key);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> use(key.secret())
                        .then()
                        .statusCode(401)
                        .body("code", equalTo("api_key_expired"))
                        .body("detail", containsString("was rotated")));
        use(second).then().statusCode(200);
        get(key).then().body("data.previousSecretUntil", nullValue());
    }

    @Test
    void aSecondRotationKeepsWhatTheFirstHasPromisedUnlessItEndsAll() {
        Keys.Made key = make("catalog:read");
        String second = rotate(key, 600).path("data.key");
        String third = rotate(key, 600).path("data.key");
        for (String secret : List.of(key.secret(), second, third)) {
            use(secret).then().statusCode(200);
        }
        String last = rotate(key, 0).path("data.key");
        for (String secret : List.of(key.secret(), second, third)) {
            use(secret).then().statusCode(401).body("code", equalTo("api_key_expired"));
        }
        use(last).then().statusCode(200);
        for (int i = 0; i < 9; i++) {
            rotate(key, 600).then().statusCode(200);
        }
        rotate(key, 600).then().statusCode(409).body("code", equalTo("too_many_secrets"));
        rotate(key, 0).then().statusCode(200);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndForGood() {
        Keys.Made key = make("catalog:read");
        use(key.secret()).then().statusCode(200);
        revoke(key).then().statusCode(204);
        use(key.secret()).then().statusCode(401).body("code", equalTo("unauthenticated"));
        revoke(key).then().statusCode(204);
        get(key).then().body("data.status", equalTo("revoked")).body("data.revokedAt", matchesPattern("\\d{4}-.*Z"));
        patch(key, Map.of("name", "x")).then().statusCode(409).body("code", equalTo("api_key_revoked"));
        rotate(key, 0).then().statusCode(409);
    }

    /** Within a second, says RecentAnswersTest; a busy machine's calls take as long as they take. */
    @Test
    void whatAnotherInstanceChangesIsSeenHere() {
        Keys.Made key = make("catalog:read");
        use(key.secret()).then().statusCode(200);
        Database.update(database, "update api_keys set revoked_at = now() where id = ?", UUID.fromString(key.id()));
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> use(key.secret()).then().statusCode(401));
    }

    @Test
    void theDeploymentsOwnKeyIsListedAndOutOfReach() {
        String id = list("?q=administrator&status=active").path("data.find { it.origin == 'environment' }.id");
        Keys.Made own = new Keys.Made(id, "administrator", "");
        for (Response answer : List.of(patch(own, Map.of("name", "x")), rotate(own, 0), revoke(own))) {
            answer.then().statusCode(409).body("code", equalTo("api_key_of_environment"));
        }
    }

    @Test
    void keysAreFoundByNameHintStatusAndScopePageByPage() {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> wanted = terms("catalog:read", i == 0 ? "stock:write" : "stock:read");
            wanted.put("name", "Sync " + i + " " + mark);
            Keys.Made key = make(wanted);
            if (i == 2) {
                revoke(key);
            }
        }
        String q = "?q=" + mark.toUpperCase(java.util.Locale.ROOT);
        list(q + "&sort=name").then().body("data.size()", equalTo(3));
        list(q + "&status=revoked").then().body("data.name", contains("Sync 2 " + mark));
        list(q + "&status=active,expired&scope=stock:write").then().body("data.name", contains("Sync 0 " + mark));
        Response first = list(q + "&sort=-name&limit=2");
        first.then().body("data.name", contains("Sync 2 " + mark, "Sync 1 " + mark));
        Keys.admin()
                .urlEncodingEnabled(false)
                .get(first.<String>path("page.next"))
                .then()
                .body("data.name", contains("Sync 0 " + mark))
                .body("page.next", nullValue());
        list(q + "&page=1").then().body("page.total", equalTo(3));
        list("?status=lost").then().statusCode(400).body("code", equalTo("invalid_parameter"));
        list("?colour=red").then().statusCode(400).body("detail", containsString("scope"));
    }

    @Test
    void aChangeNeedsTheStateThatItWasMadeFrom() {
        Keys.Made key = make("catalog:read");
        String path = "/v1/admin/api-keys/" + key.id();
        Keys.admin().body(Map.of("name", "x")).patch(path).then().statusCode(428);
        patch(key, Map.of("scopes", List.of("catalog:write", "catalog:read", "catalog:read")))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("data.scopes", contains("catalog:read", "catalog:write"));
        patch(key, Map.of("scopes", List.of("catalog:read", "catalog:write")))
                .then()
                .header("ETag", "\"2\"");
        Keys.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "x"))
                .patch(path)
                .then()
                .statusCode(412)
                .body("current.id", equalTo(key.id()));
        Keys.admin().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        use(key.secret()).then().statusCode(200);
    }

    @Test
    void aNameIsOneKeysUntilThatIsRevoked() {
        Keys.Made key = make("catalog:read");
        Map<String, Object> same = terms("catalog:read");
        same.put("name", key.name().toUpperCase(java.util.Locale.ROOT));
        post(Keys.admin(), same).then().statusCode(409).body("code", equalTo("api_key_name_taken"));
        Keys.Made other = make("catalog:read");
        patch(other, Map.of("name", key.name())).then().statusCode(409).body("code", equalTo("api_key_name_taken"));
        revoke(key);
        post(Keys.admin(), same).then().statusCode(201);
    }

    @Test
    void whatMakesNoSenseIsRefusedFieldByField() {
        refused("name", "", "name");
        refused("name", "\u2003 \u2003", "name");
        refused("name", "a\u0007b", "name");
        refused("name", "x".repeat(201), "name");
        refused("scopes", List.of(), "scopes");
        refused("scopes", List.of("catalog:read", "everything"), "scopes[1]");
        refused("expiresAt", "2020-01-01T00:00:00Z", "expiresAt");
        refused("expiresAt", "+999999999-01-01T00:00:00Z", "expiresAt");
        refused("expiresAt", "tomorrow", "expiresAt");
        for (String network :
                List.of("10.0.0.0/33", "10.0.0", "example.com", "::1/129", "1.2.3.4/", "fe80::1%eth0", "")) {
            refused("allowedAddresses", List.of("10.0.0.1", network), "allowedAddresses[1]");
        }
        Map<String, Object> unknown = terms("catalog:read");
        unknown.put("admin", true);
        post(Keys.admin(), unknown).then().statusCode(400).body("code", equalTo("malformed_request"));
        Keys.admin().body("{\"name\":").post("/v1/admin/api-keys").then().statusCode(400);
        Keys.admin()
                .body("{\"name\": 1, \"scopes\": []}")
                .post("/v1/admin/api-keys")
                .then()
                .statusCode(400);
        Keys.admin().get("/v1/admin/api-keys/no-uuid").then().statusCode(404);
        Keys.Made key = make("catalog:read");
        rotate(key, -1).then().statusCode(422);
        rotate(key, 2_592_001).then().statusCode(422);
        patch(key, Collections.singletonMap("name", null)).then().statusCode(422);
        patch(key, Map.of("status", "active")).then().statusCode(400);
    }

    @Test
    void theScopesAreListedWithAWordOnEach() {
        Keys.admin()
                .get("/v1/admin/scopes")
                .then()
                .statusCode(200)
                .body("data.scope", hasItem("api-keys:write"))
                .body("data.description", not(hasItem("")))
                .body("page.next", nullValue());
    }

    private static void refused(String field, Object value, String named) {
        Map<String, Object> wanted = terms("catalog:read");
        wanted.put(field, value);
        post(Keys.admin(), wanted)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors.field", hasItem(named));
    }

    private void endOverlaps(Keys.Made key) {
        Database.update(
                database,
                "update api_key_secrets set valid_until = now() where key_id = ? and valid_until is not null",
                UUID.fromString(key.id()));
    }
}
