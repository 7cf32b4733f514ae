package dev.quayside.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.quayside.kit.testing.Tokens;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Reconciling;
import dev.quayside.payment.testing.Rows;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked for. Nothing is started by any of it. */
@PaymentServiceTest
class RunInputIT {
    @Inject
    DataSource database;

    private long runs;

    @BeforeEach
    void count() {
        runs = new Rows(database).count("select count(*) from reconciliation_runs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"yesterday\"} | 422 | validation_failed | from",
                "{\"from\":\"\"} | 422 | validation_failed | from",
                "{\"from\":\"2026-01-01\"} | 422 | validation_failed | from",
                "{\"from\":\"2026-01-01T00:00:00+02:00\"} | 422 | validation_failed | from",
                "{\"from\":\"+999999-01-01T00:00:00Z\"} | 422 | validation_failed | from",
                "{\"from\":\"-999999-01-01T00:00:00Z\"} | 422 | validation_failed | from",
                "{\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"} | 422 | validation_failed | from",
                "{\"from\":\"2026-02-02T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"} | 422 | validation_failed | from",
                "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-04-03T00:00:01Z\"} | 422 | validation_failed | from",
                "{\"to\":\"2999-01-01T00:00:00Z\"} | 422 | validation_failed | to",
                "{\"from\":5} | 400 | malformed_request |",
                "{\"from\":{}} | 400 | malformed_request |",
                "{\"until\":\"2026-01-01T00:00:00Z\"} | 400 | malformed_request |",
                "[] | 400 | malformed_request |",
                "{ | 400 | malformed_request |",
            })
    void aWindowThatCannotBeIsAProblem(String body, int status, String code, String field) {
        Reconciling.start(body)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
        org.assertj.core.api.Assertions.assertThat(new Rows(database).count("select count(*) from reconciliation_runs"))
                .isEqualTo(runs);
    }

    @Test
    void aStartWithoutAKeyIsAProblem() {
        given().auth()
                .oauth2(Tokens.staff("payments:repair"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/admin/reconciliation")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_required"));
    }

    /** It is heard: what it lacks is the key, not a content type. */
    @Test
    void aStartNeedsNoBody() {
        given().auth()
                .oauth2(Tokens.staff("payments:repair"))
                .post("/v1/admin/reconciliation")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?status=lost", "?sort=from", "?limit=0", "?limit=101", "?cursor=x", "?orderId=1", "?page=0"})
    void aListThatIsNotAllowedIsA400(String query) {
        Reconciling.get(query).then().statusCode(400).body("code", equalTo("invalid_parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=lost", "?status=lost", "?orderId=1", "?sort=code", "?limit=0", "?subject=x"})
    void aListOfMismatchesThatIsNotAllowedIsA400(String query) {
        UUID run = UUID.randomUUID();
        new Rows(database)
                .run(
                        "insert into reconciliation_runs (id, status, started_by, window_from, window_to, stage, started_at,"
                                + " progressed_at, finished_at) values (?, 'FINISHED', 'MANUAL', now() - interval '400 days',"
                                + " now() - interval '399 days', 'TIDY', now(), now(), now())",
                        run);
        Reconciling.get("/" + run + "/mismatches").then().statusCode(200).body("data", hasSize(0));
        Reconciling.get("/" + run + "/mismatches" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"));
    }

    @Test
    void whatIsNotThereIsA404() {
        String none = UUID.randomUUID().toString();
        Reconciling.get("/" + none).then().statusCode(404).body("code", equalTo("reconciliation_not_found"));
        Reconciling.get("/" + none + "/mismatches")
                .then()
                .statusCode(404)
                .body("code", equalTo("reconciliation_not_found"));
        Reconciling.getMismatch(none).then().statusCode(404).body("code", equalTo("mismatch_not_found"));
        Reconciling.repair(none).then().statusCode(404).body("code", equalTo("mismatch_not_found"));
        Reconciling.repair("x").then().statusCode(404);
        Reconciling.get("/x").then().statusCode(404);
        Reconciling.get("/mismatches").then().statusCode(404);
    }
}
