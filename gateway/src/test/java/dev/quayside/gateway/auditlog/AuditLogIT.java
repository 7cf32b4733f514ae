package dev.quayside.gateway.auditlog;

import static dev.quayside.gateway.auditlog.Fixtures.LOG;
import static dev.quayside.gateway.auditlog.Fixtures.entry;
import static dev.quayside.gateway.auditlog.Fixtures.ids;
import static dev.quayside.gateway.auditlog.Fixtures.reader;
import static dev.quayside.gateway.auditlog.Fixtures.ship;
import static dev.quayside.gateway.auditlog.Fixtures.subject;
import static dev.quayside.gateway.auditlog.Fixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.step.DurableStep.Outcome;
import dev.quayside.kit.step.RecurringStep;
import dev.quayside.kit.testing.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class AuditLogIT {
    @Inject
    DataSource database;

    @Inject
    AuditTrail trail;

    @Inject
    ForgetEntriesStep forgetting;

    @Test
    void entryIsShownAsItWasShipped() {
        String subject = subject();
        Map<String, Object> entry = with(entry(subject), "omitted", List.of("variants"));
        ship(List.of(entry)).then().statusCode(204);
        reader().get(LOG + "/" + entry.get("id"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.id", equalTo(entry.get("id")))
                .body(
                        "data.createdAt",
                        startsWith(String.valueOf(entry.get("createdAt")).substring(0, 19)))
                .body("data.actor", equalTo(entry.get("actor")))
                .body("data.action", equalTo("product.updated"))
                .body("data.subject", equalTo(entry.get("subject")))
                .body("data.service", equalTo("catalog-service"))
                .body("data.before", equalTo(entry.get("before")))
                .body("data.after", equalTo(entry.get("after")))
                .body("data.omitted", equalTo(List.of("variants")))
                .body("data.requestId", equalTo(entry.get("requestId")))
                .body("data.address", equalTo("203.0.113.7"));
    }

    @Test
    void newThingHasNothingBefore() {
        Map<String, Object> entry = entry(subject());
        List.of("before", "requestId", "address").forEach(entry::remove);
        entry.put("actor", Map.of("kind", "staff", "id", "u1"));
        ship(List.of(entry)).then().statusCode(204);
        reader().get(LOG + "/" + entry.get("id"))
                .then()
                .body("data", hasKey("before"))
                .body("data.before", nullValue())
                .body("data.requestId", nullValue())
                .body("data.actor", not(hasKey("name")))
                .body("data", not(hasKey("omitted")));
    }

    @Test
    void entryThatComesTwiceIsKeptOnceAndAsItCameFirst() {
        String subject = subject();
        Map<String, Object> entry = entry(subject);
        ship(List.of(entry)).then().statusCode(204);
        ship(List.of(with(entry, "action", "product.deleted"), entry(subject), entry))
                .then()
                .statusCode(204);
        assertThat(ids("?subjectId=" + subject)).hasSize(2).contains(String.valueOf(entry.get("id")));
        reader().get(LOG + "/" + entry.get("id")).then().body("data.action", equalTo("product.updated"));
    }

    @Test
    void sameEntriesFromManyInstancesAtOnceInAnyOrderAreKeptOnce() {
        String subject = subject();
        List<Map<String, Object>> entries =
                IntStream.range(0, 50).mapToObj(n -> entry(subject)).toList();
        List<Integer> answers = Together.run(8, n -> {
            List<Map<String, Object>> shuffled = new ArrayList<>(entries);
            Collections.shuffle(shuffled, new Random(n));
            return ship(shuffled).statusCode();
        });
        assertThat(answers).containsOnly(204);
        assertThat(ids("?limit=100&subjectId=" + subject)).hasSize(50);
    }

    @Test
    void whatIsInTheLogCannotBeChangedOrTakenOut() {
        UUID id = UUID.fromString(String.valueOf(shipped(entry(subject())).get("id")));
        for (String sql : List.of(
                "update audit_log set action = 'a.b' where id = ?",
                "delete from audit_log where id = ?",
                "truncate audit_log")) {
            assertThatThrownBy(() -> {
                        if (sql.contains("?")) {
                            Database.update(database, sql, id);
                        } else {
                            Database.update(database, sql);
                        }
                    })
                    .hasMessageContaining("audit_log is only ever added to");
        }
        reader().get(LOG + "/" + id).then().statusCode(200);
    }

    @Test
    void entriesPastTheirTimeAreForgottenAndOthersAreNot() {
        String subject = subject();
        shipped(entry(subject, Instant.now().minus(Duration.ofDays(731)).toString()));
        Object young = shipped(
                        entry(subject, Instant.now().minus(Duration.ofDays(729)).toString()))
                .get("id");
        assertThat(forgetting.run(RecurringStep.ALL)).isEqualTo(Outcome.again(Duration.ofHours(1)));
        assertThat(ids("?subjectId=" + subject)).containsExactly(String.valueOf(young));
        assertThat(Database.one(
                        database, "select count(*) from scheduled_tasks where task_name = ?", forgetting.name()))
                .isEqualTo("1");
    }

    @Test
    void ownChangesOfTheGatewayAreKeptWithTheirTransaction() {
        String subject = subject();
        QuarkusTransaction.begin();
        trail.record("key.created", Subject.of("key", subject), null, Map.of("name", "lost"));
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record("key.created", Subject.of("key", subject), null, Map.of("name", "kept")));
        reader().get(LOG + "?subjectId=" + subject)
                .then()
                .body("data.after.name", equalTo(List.of("kept")))
                .body("data.service", equalTo(List.of("gateway")))
                .body("data.actor.kind", equalTo(List.of("service")));
    }

    @Test
    void everyFilterNarrowsAndTakesSeveralValues() {
        String a = subject();
        String b = subject();
        String one = id(with(entry(a, "2026-01-01T10:00:00Z"), "actor", Map.of("kind", "staff", "id", "u-" + a)));
        String two = id(with(entry(a, "2026-01-02T10:00:00Z"), "action", "product.deleted"));
        String three = id(with(entry(b, "2026-01-03T10:00:00Z"), "subject", Map.of("type", "thing", "id", b)));
        String both = "?sort=createdAt&subjectId=" + a + "," + b;
        assertThat(ids(both)).containsExactly(one, two, three);
        assertThat(ids(both + "&actor=u-" + a)).containsExactly(one);
        assertThat(ids(both + "&actor=u-" + a + ",key-1")).containsExactly(one, two, three);
        assertThat(ids(both + "&action=product.deleted")).containsExactly(two);
        assertThat(ids(both + "&subjectType=thing")).containsExactly(three);
        assertThat(ids(both + "&requestId=request-" + b.substring(0, 8))).containsExactly(three);
        assertThat(ids(both + "&createdAt%5Bgte%5D=2026-01-02T10:00:00Z")).containsExactly(two, three);
        assertThat(ids(both + "&createdAt%5Blt%5D=2026-01-02")).containsExactly(one);
        assertThat(ids(both + "&action=nobody.knows")).isEmpty();
    }

    @Test
    void walkByCursorSeesEachEntryOnceAlsoThoseOfOneMoment() {
        String subject = subject();
        List<String> all = IntStream.range(0, 11)
                .mapToObj(n -> id(entry(subject, n < 6 ? "2026-02-01T00:00:00.123456Z" : "2026-02-02T00:00:00Z")))
                .toList();
        for (String sort : List.of("createdAt", "-createdAt")) {
            List<String> walked = new ArrayList<>();
            String next = LOG + "?limit=3&sort=" + sort + "&subjectId=" + subject;
            while (next != null) {
                JsonPath page =
                        reader().get(next).then().statusCode(200).extract().jsonPath();
                walked.addAll(page.getList("data.id"));
                next = page.getString("page.next");
            }
            assertThat(walked).hasSize(11).containsExactlyInAnyOrderElementsOf(all);
        }
        reader().get(LOG + "?limit=5&page=3&subjectId=" + subject)
                .then()
                .body("data.size()", equalTo(1))
                .body("page.total", equalTo(11))
                .body("page.number", equalTo(3))
                .body("page.next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "page=0",
                "page=1&cursor=e30",
                "cursor=abc",
                "sort=action",
                "who=me",
                "actor=",
                "action=%20",
                "actor=a&actor=b",
                "createdAt%5Bgte%5D=yesterday",
                "createdAt%5Blt%5D=2026-02-30",
                "createdAt%5Bgte%5D=%2B999999999-12-31T23:59:59Z",
                "createdAt=2026-01-01",
                "subjectId=%00",
                "cursor=eyJzb3J0IjoiLWNyZWF0ZWRBdCIsImtleSI6IngiLCJpZCI6IjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJ9"
            })
    void badQueryIsRefusedAndSaysWhatIsWrong(String query) {
        reader().get(LOG + "?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"))
                .body("detail", startsWith(query.substring(0, 3)));
    }

    @Test
    void unknownEntryIsNotFound() {
        reader().get(LOG + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("audit_entry_not_found"));
        reader().get(LOG + "/not-an-id").then().statusCode(404).body("code", equalTo("not_found"));
    }

    private static Map<String, Object> shipped(Map<String, Object> entry) {
        ship(List.of(entry)).then().statusCode(204);
        return entry;
    }

    private static String id(Map<String, Object> entry) {
        return String.valueOf(shipped(entry).get("id"));
    }
}
