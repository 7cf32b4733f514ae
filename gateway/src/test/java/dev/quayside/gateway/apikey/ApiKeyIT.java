package dev.quayside.gateway.apikey;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.Services;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ApiKeyIT {
    private static final String HERE = "127.0.0.1";

    @Inject
    DataSource database;

    @Inject
    KeyStore store;

    @BeforeEach
    void services() {
        Services.reset();
        Services.catalog().stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void theAdministratorsKeyBecomesAStaffTokenWithAllScopes() {
        call(GatewayResource.ADMIN_KEY).then().statusCode(200);
        JsonPath claims = claimsSeenByService();
        assertThat(claims.getString("aud")).isEqualTo("quayside");
        assertThat(claims.getList("groups", String.class))
                .contains(
                        "staff",
                        "catalog:read",
                        "catalog:write",
                        "stock:write",
                        "orders:write",
                        "refunds:write",
                        "payments:read",
                        "audit:read")
                .doesNotContain("customer");
        assertThat(claims.getString("sub"))
                .isEqualTo(Database.one(
                        database,
                        "select key_id from api_key_secrets where hash = ?",
                        KeyText.hash(GatewayResource.ADMIN_KEY)));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
    }

    @Test
    void onlyTheHashOfAKeyIsStoredAndItsUseIsNoted() {
        call(GatewayResource.ADMIN_KEY);
        assertThat(Database.one(database, "select string_agg(k::text, '') from api_keys k"))
                .doesNotContain(GatewayResource.ADMIN_KEY);
        assertThat(Database.one(database, "select string_agg(s::text, '') from api_key_secrets s"))
                .doesNotContain(GatewayResource.ADMIN_KEY);
        assertThat(Database.one(
                        database,
                        "select last_used_address from api_keys where origin = 'ENVIRONMENT' and revoked_at is null"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aKeyGrantsItsScopesAndNoMore() {
        String key = newKey("catalog:read");
        call(key).then().statusCode(200);
        assertThat(claimsSeenByService().getList("groups", String.class))
                .containsExactlyInAnyOrder("staff", "catalog:read");
    }

    @Test
    void unknownRevokedAndIllFormedKeysAreRefusedAtTheDoor() {
        String revoked = newKey("catalog:read");
        Database.update(
                database,
                "update api_keys set revoked_at = now() where id = (select key_id from api_key_secrets where hash = ?)",
                KeyText.hash(revoked));
        for (String key : List.of(revoked, "sk_" + "x".repeat(40), "sk_short", "sk_", "sk_" + "x".repeat(500))) {
            call(key).then().statusCode(401).body("code", equalTo("unauthenticated"));
        }
        Services.catalog().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aNewKeyInTheEnvironmentTakesThePlaceOfTheOldOne() {
        String before = "sk_" + "before-".repeat(6);
        String after = "sk_" + "after-".repeat(6);
        String current = KeyText.hash(GatewayResource.ADMIN_KEY);
        List<String> scopes = store.use(current, HERE).orElseThrow().scopes();
        try {
            store.setEnvironmentKey(KeyText.hash(before), List.of("catalog:read"));
            store.setEnvironmentKey(KeyText.hash(after), List.of("catalog:read"));
            store.setEnvironmentKey(KeyText.hash(after), List.of("catalog:read"));
            assertThat(store.use(KeyText.hash(before), HERE)).isEmpty();
            assertThat(store.use(KeyText.hash(after), HERE)).isPresent();
        } finally {
            store.setEnvironmentKey(current, scopes);
        }
        assertThat(store.use(current, HERE)).isPresent();
    }

    @Test
    void aKeyIsNoCustomer() {
        given().header("Authorization", "Bearer " + GatewayResource.ADMIN_KEY)
                .get("/v1/customers/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    /** A key as another instance would have made it. */
    private String newKey(String scope) {
        String key = "sk_" + UUID.randomUUID().toString().replace("-", "");
        UUID id = UUID.randomUUID();
        Database.update(
                database,
                "insert into api_keys (id, name, scopes, origin, created_at, updated_at) values"
                        + " (?, ?, array[?], 'ADMIN', now(), now())",
                id,
                "test " + id,
                scope);
        Database.update(
                database,
                "insert into api_key_secrets (hash, key_id, created_at) values (?, ?, now())",
                KeyText.hash(key),
                id);
        return key;
    }

    private static io.restassured.response.Response call(String key) {
        return given().header("Authorization", "Bearer " + key).get("/v1/admin/products");
    }

    private static JsonPath claimsSeenByService() {
        String header =
                Services.catalog().findAll(getRequestedFor(anyUrl())).get(0).getHeader("Authorization");
        return new JsonPath(
                new String(Base64.getUrlDecoder().decode(header.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
