package dev.quayside.kit.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@KitTest
class AuditTrailIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    AuditTrail trail;

    @Test
    void entrySaysWhoDidWhatToWhatAndFromWhere() {
        String id = UUID.randomUUID().toString();
        script().header("X-Request-Id", "request-" + id.substring(0, 8))
                .header("X-Forwarded-For", "2001:db8::7")
                .put("/v1/admin/audited-probe/" + id + "/2")
                .then()
                .statusCode(200);
        JsonNode entry = awaitOne(id);
        assertThat(UUID.fromString(entry.get("id").asText()).version()).isEqualTo(7);
        assertThat(Instant.parse(entry.get("createdAt").asText()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(entry.get("actor").toString())
                .isEqualTo("{\"kind\":\"api_key\",\"id\":\"staff-probe:write-staff\"}");
        assertThat(entry.get("action").asText()).isEqualTo("probe.updated");
        assertThat(entry.get("before").toString()).isEqualTo("{\"level\":1}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"level\":2}");
        assertThat(entry.get("requestId").asText()).isEqualTo("request-" + id.substring(0, 8));
        assertThat(entry.get("address").asText()).isEqualTo("2001:db8::7");
        assertThat(entry.has("omitted")).isFalse();
    }

    @Test
    void noChangeRepeatAndRollbackRecordNothing() {
        String id = UUID.randomUUID().toString();
        script().put("/v1/admin/audited-probe/" + id + "/1").then().statusCode(200);
        script().post("/v1/admin/audited-probe/" + id + "/failure").then().statusCode(404);
        for (int i = 0; i < 3; i++) {
            script().header("Idempotency-Key", id)
                    .post("/v1/admin/audited-probe/" + id)
                    .then()
                    .statusCode(201);
        }
        assertThat(awaitOne(id).get("action").asText()).isEqualTo("probe.created");
    }

    @Test
    void writeThatForgetsTheTrailFailsInTests() {
        script().delete("/v1/admin/audited-probe/" + UUID.randomUUID())
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("detail", containsString("AuditedProbeResource.delete"));
    }

    @Test
    void recordingNeedsTheTransactionOfTheChange() {
        assertThatThrownBy(() -> trail.record("probe.updated", Subject.of("probe", 1), null, Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void outsideARequestItIsTheServiceItself() {
        String id = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew().run(() -> trail.record("probe.rotated", Subject.of("probe", id), null, null));
        JsonNode entry = awaitOne(id);
        assertThat(entry.get("actor").toString()).isEqualTo("{\"kind\":\"service\",\"id\":\"kit-probe\"}");
        assertThat(entry.has("address") || entry.has("before") || entry.has("after"))
                .isFalse();
    }

    @Test
    void illFormedActionIsAMistakeOfTheCaller() {
        for (String action : List.of("", "updated", "Product.updated", "product.", "product updated")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> trail.record(action, Subject.of("probe", 1), null, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    static JsonNode awaitOne(String id) {
        await().atMost(SOON).until(() -> !Shipped.about(id).isEmpty());
        List<JsonNode> entries = Shipped.about(id);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static RequestSpecification script() {
        return given().auth().oauth2(Tokens.staff("probe:write"));
    }
}
