package dev.quayside.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.AdminWrites;
import dev.quayside.kit.testing.RecordedChanges;
import dev.quayside.kit.testing.Tokens;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Reconciling;
import dev.quayside.payment.testing.Rows;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every admin write of payments, and what it leaves in the audit log. */
@PaymentServiceTest
class AuditTrailIT {
    private final OtherServices others = new OtherServices();

    @Inject
    DataSource database;

    private Rows rows;

    /** The writes; each is made by {@link #make}. */
    enum Write {
        REPLAY("POST /v1/admin/stripe-events/{eventId}/replay", "stripe_event.replayed"),
        RECONCILE("POST /v1/admin/reconciliation", "reconciliation.started"),
        REPAIR("POST /v1/admin/mismatches/{id}/repair", "mismatch.repaired");

        private final String operation;
        private final String action;

        Write(String operation, String action) {
            this.operation = operation;
            this.action = action;
        }
    }

    @BeforeEach
    void nothingRuns() {
        rows = new Rows(database);
        rows.run("update reconciliation_runs set status = 'FAILED', failure = 'left', finished_at = now()"
                + " where status = 'RUNNING'");
    }

    @AfterEach
    void leave() {
        rows.run("delete from reconciliation_mismatches");
        others.close();
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void writeIsRecorded(Write write) {
        String subject = make(write);
        assertThat(RecordedChanges.actions(database, subject)).containsExactly(write.action);
        assertThat(RecordedChanges.of(database, subject).get(0).toString()).doesNotContain("_secret_", "sk_", "whsec_");
    }

    @Test
    void everyAdminWriteHasARow() {
        assertThat(java.util.Arrays.stream(Write.values()).map(write -> write.operation))
                .containsExactlyInAnyOrderElementsOf(AdminWrites.of("dev.quayside.payment"));
    }

    @Test
    void repairShowsThatItBegan() {
        JsonNode entry = RecordedChanges.of(database, make(Write.REPAIR)).get(0);
        assertThat(entry.get("before").toString()).isEqualTo("{\"status\":\"open\"}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"status\":\"repairing\"}");
    }

    @Test
    void repeatedKeyAndRefusalRecordNothingNew() {
        String key = UUID.randomUUID().toString();
        String run = Reconciling.start(key, Map.of())
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
        Reconciling.start(key, Map.of()).then().statusCode(202).header("Idempotent-Replayed", "true");
        Reconciling.ended(run);
        assertThat(RecordedChanges.actions(database, run)).containsExactly("reconciliation.started");
        String repaired = make(Write.REPAIR);
        Reconciling.awaitRepaired(repaired);
        Reconciling.repair(repaired).then().statusCode(409);
        assertThat(RecordedChanges.actions(database, repaired)).containsExactly("mismatch.repaired");
    }

    private String make(Write write) {
        return switch (write) {
            case REPLAY -> replayed();
            case RECONCILE ->
                Reconciling.start(Map.of()).then().statusCode(202).extract().path("data.id");
            case REPAIR -> repaired();
        };
    }

    private String replayed() {
        String event = "evt_" + UUID.randomUUID().toString().replace("-", "");
        rows.run(
                "insert into stripe_events (event_id, id, type, received_at) values (?, ?, 'customer.created', now())",
                event,
                UUID.randomUUID());
        given().auth()
                .oauth2(Tokens.staff("payments:repair"))
                .post("/v1/admin/stripe-events/" + event + "/replay")
                .then()
                .statusCode(202);
        return event;
    }

    /** A mismatch that is gone by itself: its order is unknown to everybody. */
    private String repaired() {
        UUID run = UUID.randomUUID();
        UUID mismatch = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        rows.run(
                "insert into reconciliation_runs (id, status, started_by, window_from, window_to, stage, started_at,"
                        + " progressed_at, finished_at) values (?, 'FINISHED', 'MANUAL', now() - interval '1 hour', now(), 'TIDY', now(),"
                        + " now(), now())",
                run);
        rows.run(
                "insert into reconciliation_mismatches (id, run_id, code, order_id, subject, summary, sides, repair,"
                        + " status, found_at) values (?, ?, 'ORDER_NOT_TOLD', ?, ?, 'differs', '{}', 'PUBLISH_PAYMENT', 'OPEN', now())",
                mismatch,
                run,
                order,
                order.toString());
        assertThat(Reconciling.repair(mismatch.toString()).statusCode()).isIn(200, 202);
        return mismatch.toString();
    }
}
