package dev.quayside.gateway.auditlog;

import static dev.quayside.gateway.auditlog.Fixtures.INTAKE;
import static dev.quayside.gateway.auditlog.Fixtures.entry;
import static dev.quayside.gateway.auditlog.Fixtures.ids;
import static dev.quayside.gateway.auditlog.Fixtures.internal;
import static dev.quayside.gateway.auditlog.Fixtures.service;
import static dev.quayside.gateway.auditlog.Fixtures.ship;
import static dev.quayside.gateway.auditlog.Fixtures.subject;
import static dev.quayside.gateway.auditlog.Fixtures.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.gateway.testing.TestTokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only services ship entries, and only well-formed ones. */
@GatewayTest
class AuditIntakeIT {

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of("id", null),
                Arguments.of("createdAt", null),
                Arguments.of("actor", null),
                Arguments.of("actor", Map.of("kind", "api_key", "id", "")),
                Arguments.of("actor", Map.of("kind", "api_key", "id", "x".repeat(201))),
                Arguments.of("action", "updated"),
                Arguments.of("action", "a." + "b".repeat(100)),
                Arguments.of("subject", Map.of("type", "Product", "id", "1")),
                Arguments.of("subject", Map.of("type", "product", "id", "x".repeat(201))),
                Arguments.of("requestId", "x".repeat(65)),
                Arguments.of("address", "x".repeat(46)),
                Arguments.of("omitted", Collections.nCopies(101, "f")));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidEntryIsRefusedWithItsFieldAndSoIsItsBatch(String field, Object value) {
        String subject = subject();
        ship(List.of(entry(subject), with(entry(subject), field, value)))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation_failed"))
                .body("errors[0].field", containsString("entries[1]." + field));
        assertThat(ids("?subjectId=" + subject)).isEmpty();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("id", "1"),
                Arguments.of("createdAt", "yesterday"),
                Arguments.of("actor", Map.of("kind", "robot", "id", "1")),
                Arguments.of("action", 7),
                Arguments.of("before", "text"),
                Arguments.of("after", List.of()),
                Arguments.of("omitted", "text"),
                Arguments.of("colour", "red"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void fieldOfAnotherTypeOrNameIsMalformed(String field, Object value) {
        ship(List.of(with(entry(subject()), field, value)))
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"entries\": {}}", "{\"entries\": [null]}", "{\"entries\": []}", "{}"})
    void bodyThatIsNoBatchIsRefused(String body) {
        assertThat(service().body(body).put(INTAKE).statusCode()).isIn(400, 422);
    }

    @Test
    void batchIsBounded() {
        ship(Collections.nCopies(101, entry(subject()))).then().statusCode(422);
        service()
                .body("{\"entries\": [], \"x\": \"" + "x".repeat(70_000) + "\"}")
                .put(INTAKE)
                .then()
                .statusCode(413)
                .body("code", equalTo("body_too_large"));
        Map<String, Object> large = with(entry(subject()), "after", Map.of("text", "x".repeat(17_000)));
        ship(List.of(large)).then().statusCode(422).body("errors[0].field", equalTo("entries[0].after"));
    }

    @Test
    void onlyAServiceWithTheScopeShips() {
        String body = "{\"entries\": []}";
        given().port(dev.quayside.gateway.testing.GatewayResource.internalPort())
                .contentType("application/json")
                .body(body)
                .put(INTAKE)
                .then()
                .statusCode(401);
        for (String stranger : List.of(TestTokens.customer(), TestTokens.staff("staff", "audit-log:write"))) {
            internal(stranger).body(body).put(INTAKE).then().statusCode(401);
        }
        internal(TestTokens.service("audit:read"))
                .body(body)
                .put(INTAKE)
                .then()
                .statusCode(403)
                .body("detail", containsString("audit-log:write"));
    }

    @Test
    void publicListenerDoesNotKnowTheIntake() {
        given().auth()
                .oauth2(TestTokens.service("audit-log:write"))
                .contentType("application/json")
                .body("{\"entries\": []}")
                .put(INTAKE)
                .then()
                .statusCode(404);
    }
}
