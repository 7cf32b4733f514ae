package dev.quayside.gateway.auditlog;

import static io.restassured.RestAssured.given;

import dev.quayside.gateway.testing.GatewayResource;
import dev.quayside.gateway.testing.TestTokens;
import dev.quayside.kit.runtime.Ids;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entries as services ship them, and the two sides of the log. */
final class Fixtures {
    static final String INTAKE = "/internal/v1/audit-log";
    static final String LOG = "/v1/admin/audit-log";

    private static final String SERVICE = TestTokens.sign(
            TestTokens.claims("quayside-internal", "audit-log:write").subject("catalog-service"));
    private static final String READER = TestTokens.staff("staff", "audit-log:read");

    private Fixtures() {}

    /** A subject that no other test has. */
    static String subject() {
        return UUID.randomUUID().toString();
    }

    /** An entry that can be bent. */
    static Map<String, Object> entry(String subject, String createdAt) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("id", Ids.next().toString());
        entry.put("createdAt", createdAt);
        entry.put("actor", Map.of("kind", "api_key", "id", "key-1", "name", "nightly import"));
        entry.put("action", "product.updated");
        entry.put("subject", Map.of("type", "product", "id", subject));
        entry.put("before", Map.of("title", "old"));
        entry.put("after", Map.of("title", "new"));
        entry.put("requestId", "request-" + subject.substring(0, 8));
        entry.put("address", "203.0.113.7");
        return entry;
    }

    static Map<String, Object> entry(String subject) {
        return entry(subject, Instant.now().toString());
    }

    static Map<String, Object> with(Map<String, Object> entry, String name, Object value) {
        Map<String, Object> bent = new HashMap<>(entry);
        bent.put(name, value);
        return bent;
    }

    static Response ship(List<Map<String, Object>> entries) {
        return internal(SERVICE).body(Map.of("entries", entries)).put(INTAKE);
    }

    static RequestSpecification internal(String token) {
        return given().port(GatewayResource.internalPort()).auth().oauth2(token).contentType("application/json");
    }

    static RequestSpecification service() {
        return internal(SERVICE);
    }

    static RequestSpecification reader() {
        return given().urlEncodingEnabled(false).auth().oauth2(READER);
    }

    static List<String> ids(String query) {
        return reader().get(LOG + query).then().statusCode(200).extract().path("data.id");
    }
}
