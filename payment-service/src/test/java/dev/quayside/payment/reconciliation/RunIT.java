package dev.quayside.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.RecurringStep;
import dev.quayside.kit.testing.Together;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Reconciling;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Stripe;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a run: started once, killed anywhere, failed, looked at again. */
@PaymentServiceTest
class RunIT {
    private final OtherServices others = new OtherServices();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    DataSource database;

    @Inject
    ReconcileStep step;

    @Inject
    Runs runs;

    @Inject
    ScheduledRunStep scheduled;

    @Inject
    ForgetRunsStep forget;

    private Rows rows;
    private Scenes scenes;

    @BeforeEach
    void shop() {
        rows = new Rows(database);
        scenes = new Scenes(others, rows);
        Stripe.losesEvents();
        rows.run("delete from reconciliation_mismatches");
        rows.run("update reconciliation_runs set status = 'FAILED', failure = 'left', finished_at = now()"
                + " where status = 'RUNNING'");
    }

    @AfterEach
    void leave() {
        others.close();
    }

    @Test
    void aStartAnswersTheRunAndIsRepeatedByItsKey() {
        String key = UUID.randomUUID().toString();
        Map<String, String> window = Map.of("from", start.toString());
        Response first = Reconciling.start(key, window);
        first.then().statusCode(202).body("data.status", equalTo("running")).body("data.trigger", equalTo("manual"));
        String id = first.path("data.id");
        first.then().header("Location", endsWith("/v1/admin/reconciliation/" + id));
        Reconciling.start(key, window)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", endsWith(id))
                .body("data.id", equalTo(id));
        Reconciling.start(key, Map.of()).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        JsonPath run = Reconciling.ended(id);
        assertThat(run.getString("status")).isEqualTo("finished");
        assertThat(run.getString("finishedAt")).isNotNull();
        assertThat(Instant.parse(run.getString("from"))).isEqualTo(start);
        assertThat(Reconciling.get("?status=finished&limit=1").<String>path("data[0].id"))
                .isEqualTo(id);
    }

    @Test
    void ofTwoStartsAtOnceOneRuns() {
        others.away(true);
        List<Response> answers = Together.times(4, () -> Reconciling.start(Map.of("from", start.toString())));
        List<Response> started =
                answers.stream().filter(answer -> answer.statusCode() == 202).toList();
        assertThat(started).hasSize(1);
        String id = started.get(0).path("data.id");
        answers.stream()
                .filter(answer -> answer.statusCode() != 202)
                .forEach(answer -> answer.then()
                        .statusCode(409)
                        .body("code", equalTo("reconciliation_running"))
                        .body("runId", equalTo(id)));
        assertThat(scheduled.begin()).isFalse();
        others.away(false);
        assertThat(Reconciling.ended(id).getString("status")).isEqualTo("finished");
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItWas() {
        List<String> held = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID id = i < 3 ? scenes.paid() : Ids.next();
            others.order(id, Scenes.TOTAL);
            others.reservation(id, "held");
            if (i < 3) {
                held.add("stock_not_committed " + id);
            }
        }
        UUID run = begunByHand();
        for (Stage last = Stage.ORDERS;
                last != Stage.TIDY;
                last = runs.running(run).orElseThrow().stage()) {
            RunState seen = runs.running(run).orElseThrow();
            step.take(seen);
            // Another process has read the same page, and comes later: nothing is counted or put down twice.
            runs.take(seen, Taken.rows(List.of(), 1_000_000, null));
        }
        assertThat(runs.running(run).orElseThrow().stage()).isEqualTo(Stage.TIDY);
        assertThat(rows.count("select count(*) from reconciliation_rows where run_id = ?", run))
                .isPositive();
        assertThat(step.run(run).again()).isNull();
        JsonPath ended = Reconciling.run(run.toString());
        assertThat(ended.getString("status")).isEqualTo("finished");
        assertThat(ended.getInt("compared.orders")).isEqualTo(20);
        assertThat(ended.getInt("compared.reservations")).isEqualTo(20);
        assertThat(ended.getInt("compared.payments")).isEqualTo(3);
        assertThat(ended.getInt("compared.stripeObjects")).isEqualTo(3);
        assertThat(Reconciling.found(run.toString()).keySet()).containsExactlyInAnyOrderElementsOf(held);
        assertThat(rows.count("select count(*) from reconciliation_rows where run_id = ?", run))
                .isZero();
    }

    @Test
    void anOrderThatChangesMeanwhileIsNotReported() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        others.before((path, query) -> {
            // The second look asks for one order alone.
            if (query.endsWith("limit=1")) {
                others.reservation(id, "committed");
            }
        });
        assertThat(found()).isEmpty();
        others.before(null);
        others.reservation(id, "held");
        assertThat(found()).containsOnlyKeys("stock_not_committed " + id);
    }

    @Test
    void whatHasMovedLatelyIsStillOnItsWay() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        // The order's clock is a little ahead: younger than any grace.
        others.order(id, Scenes.TOTAL).updated(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(found()).isEmpty();
        others.order(id, Scenes.TOTAL).updated(start.minusSeconds(1));
        assertThat(found()).containsOnlyKeys("stock_not_committed " + id);
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainAndARunWithoutProgressFails() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        others.away(true);
        UUID run = begunByHand();
        assertThatThrownBy(() -> step.run(run)).hasMessageContaining("order-service");
        assertThat(Reconciling.run(run.toString()).getString("status")).isEqualTo("running");
        rows.run("update reconciliation_runs set progressed_at = now() - interval '1 hour' where id = ?", run);
        assertThat(step.run(run).again()).isNull();
        JsonPath failed = Reconciling.run(run.toString());
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure")).contains("order-service did not answer");
        others.away(false);
        assertThat(found()).containsOnlyKeys("stock_not_committed " + id);
    }

    @Test
    void aScheduledRunGoesOnFromTheLastOneAndOldRunsAreForgotten() {
        JsonPath last = Reconciling.since(start);
        assertThat(scheduled.begin()).isTrue();
        String id =
                rows.value("select id from reconciliation_runs where started_by = 'SCHEDULE' order by started_at desc");
        JsonPath run = Reconciling.run(id);
        assertThat(run.getString("trigger")).isEqualTo("schedule");
        assertThat(Instant.parse(run.getString("from")))
                .isEqualTo(Instant.parse(last.getString("to")).minus(Duration.ofHours(1)));

        // It need not compare what other tests have left.
        rows.run(
                "update reconciliation_runs set started_at = now() - interval '91 days', status = 'FAILED',"
                        + " failure = 'ended by hand', finished_at = coalesce(finished_at, now()) where id = ?",
                UUID.fromString(id));
        await().until(() ->
                Duration.ofHours(1).equals(forget.run(RecurringStep.ALL).again()));
        Reconciling.get("/" + id).then().statusCode(404).body("code", equalTo("reconciliation_not_found"));
        assertThat(Reconciling.run(last.getString("id")).getString("status")).isEqualTo("finished");
    }

    @Test
    void aRepairThatDoesNotMendFailsAndCanBeTriedAgain() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        String mismatch = found().getOrDefault("stock_not_committed " + id, "-");
        others.away(true);
        Reconciling.repair(mismatch).then().statusCode(202).body("data.status", equalTo("repairing"));
        failsAfterAWhile(mismatch, "did not answer");
        others.away(false);
        // What was asked for has been done, and the stock is as it was: that is no repair.
        others.idle(true);
        Reconciling.repair(mismatch).then().statusCode(202).body("data.status", equalTo("repairing"));
        failsAfterAWhile(mismatch, "still differ");
        others.idle(false);
        Reconciling.repair(mismatch);
        Reconciling.awaitRepaired(mismatch);
        assertThat(others.stockOf(id)).isEqualTo("committed");
    }

    @Test
    void aMismatchThatIsGoneByItselfNeedsNoAction() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        String mismatch = found().getOrDefault("stock_not_committed " + id, "-");
        others.reservation(id, "committed");
        Reconciling.repair(mismatch);
        Reconciling.awaitRepaired(mismatch);
        assertThat(others.repairs()).doesNotContain(id);
    }

    @Test
    void whatAPersonHasMendedIsClosedByTheNextRun() {
        UUID id = scenes.paid();
        others.reservation(id, "returned");
        others.shelfIsOff("SKU-" + id, "on_hand 4, ledger 5");
        Map<String, String> found = found();
        assertThat(found).containsOnlyKeys("stock_differs " + id, "stock_off SKU-" + id);
        found();
        found.values()
                .forEach(one -> assertThat(Reconciling.mismatch(one).getString("status"))
                        .isEqualTo("not_repairable"));
        // Found twice, and each counted once.
        assertThat(metric()).isEqualTo("2.0");
        others.reservation(id, "committed");
        others.shelfIsRight();
        assertThat(found()).isEmpty();
        found.values()
                .forEach(one -> assertThat(Reconciling.mismatch(one).getString("status"))
                        .isEqualTo("repaired"));
    }

    @Test
    void repairingAtOnceActsOnce() {
        UUID id = scenes.paid();
        others.reservation(id, "held");
        String mismatch = found().getOrDefault("stock_not_committed " + id, "-");
        int before = others.repairs().size();
        Together.times(4, () -> Reconciling.repair(mismatch).statusCode());
        Reconciling.awaitRepaired(mismatch);
        assertThat(others.repairs()).hasSize(before + 1);
    }

    private void failsAfterAWhile(String mismatch, String why) {
        rows.run(
                "update reconciliation_mismatches set repair_asked_at = now() - interval '1 hour' where id = ?",
                UUID.fromString(mismatch));
        await().until(() -> "failed".equals(Reconciling.mismatch(mismatch).getString("status")));
        assertThat(Reconciling.mismatch(mismatch).getString("failure")).contains(why);
    }

    private static String metric() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("quayside_reconciliation_mismatches_open"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("-");
    }

    private Map<String, String> found() {
        return Reconciling.found(Reconciling.since(start).getString("id"));
    }

    /** A run whose process was killed right after it was started: nobody takes it on but the test. */
    private UUID begunByHand() {
        UUID id = Ids.next();
        rows.run(
                "insert into reconciliation_runs (id, status, started_by, window_from, window_to, stage, started_at,"
                        + " progressed_at) values (?, 'RUNNING', 'MANUAL', ?::timestamptz, now() + interval '1 second', 'ORDERS',"
                        + " now() + interval '1 second', now())",
                id,
                start.toString());
        return id;
    }
}
