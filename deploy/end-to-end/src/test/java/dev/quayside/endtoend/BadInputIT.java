package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.quayside.endtoend.testing.Admin;
import dev.quayside.endtoend.testing.EndToEnd;
import dev.quayside.endtoend.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every field of every operation's example, replaced by what it must not be: always a problem body with a code, never a 500. */
@EndToEnd
class BadInputIT {
    private static final String JSON = "application/json";
    private static final int TOO_LARGE = 1_100_000;
    private static final int STEP = Boolean.getBoolean("quayside.soak") ? 1 : 12;
    private static final List<String> IDS =
            List.of("x", "-1", "%00", "%C0%AF", "..%2f", "'", "null", "x".repeat(1_000), "%F0%9F%98%80");
    private static final List<String> REPLACEMENTS = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(10_000) + "\"",
            "\"'; drop table x; --\"",
            "-1",
            "0",
            "1.5",
            "1e400",
            "9223372036854775807",
            "99999999999999999999999",
            "\"1\"",
            "true",
            "[]",
            "{}",
            "[null]");

    @AfterAll
    static void nothingWasBroken() {
        Admin.awaitCleanAudit();
    }

    @TestFactory
    Stream<DynamicTest> brokenBodies() {
        return withBody(operation -> {
            for (String body :
                    List.of("{", "[]", "\"text\"", "{}{}", "{\"a\":1,\"a\":2}", "\u0000", "{\"noSuchField\":1}")) {
                check(operation, send(operation, body), 400, 401, 404, 409, 422);
            }
            if (operation.bodyRequired()) {
                check(operation, send(operation, ""), 400, 401, 404, 409, 422);
                check(operation, send(operation, "null"), 400, 401, 404, 409, 422);
            }
            check(operation, send(operation, "{\"x\":\"" + "y".repeat(TOO_LARGE) + "\"}"), 413);
            check(operation, RawHttp.send(operation.method(), path(operation), "text/plain", "{}"), 415);
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenFields() {
        return withBody(operation -> {
            // Sent several at a time, for there are thousands; checked one by one, for a parallel stream loses what an
            // assertion says.
            List<RawHttp.Answer> answers = mutations(Objects.requireNonNull(operation.example())).parallelStream()
                    .map(body -> send(operation, body.toString()))
                    .toList();
            answers.forEach(answer -> check(operation, answer, 200, 201, 202, 204, 400, 401, 404, 409, 412, 422));
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenPathsAndQueries() {
        return Contract.operations().stream()
                .filter(operation ->
                        operation.example() == null && !operation.id().equals("issueServiceToken"))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    if (operation.path().contains("{")) {
                        IDS.forEach(id -> checkPath(operation, id));
                    }
                    for (String query : List.of(
                            "limit=0",
                            "limit=1e9",
                            "cursor=%00",
                            "sort=%27",
                            "page=-1",
                            "nosuch=1",
                            "q=%00",
                            "currency=%F0")) {
                        RawHttp.Answer answer =
                                RawHttp.send(operation.method(), path(operation) + "?" + query, JSON, null);
                        check(operation, answer, 200, 201, 204, 302, 400, 401, 403, 404, 409, 415, 422);
                    }
                }));
    }

    private static void checkPath(Contract.Operation operation, String id) {
        String path = operation.path().replaceAll("\\{[A-Za-z]+}", id);
        RawHttp.Answer answer = RawHttp.send(operation.method(), path, JSON, null);
        check(operation, answer, 200, 204, 400, 401, 403, 404, 405, 414, 415);
    }

    private static Stream<DynamicTest> withBody(Consumer<Contract.Operation> check) {
        return Contract.operations().stream()
                .filter(operation ->
                        operation.example() != null && !operation.id().equals("receiveStripeEvent"))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check.accept(operation)));
    }

    private static void check(Contract.Operation operation, RawHttp.Answer answer, Integer... allowed) {
        String body = answer.body();
        String shown = operation.id() + ": " + answer.status() + " " + body.substring(0, Math.min(400, body.length()));
        assertThat(answer.status()).as(shown).isIn((Object[]) allowed);
        assertThat(body).doesNotContain("dev.quayside", "Exception", "SQLSTATE", "org.hibernate", "at java.");
        if (answer.status() >= 400) {
            JsonNode problem = answer.json();
            assertThat(answer.contentType()).as(shown).startsWith("application/problem+json");
            assertThat(problem.path("code").asText()).as(shown).matches("[a-z_]+");
            assertThat(problem.path("status").asInt()).as(shown).isEqualTo(answer.status());
            assertThat(problem.path("requestId").asText()).as(shown).isNotBlank();
        }
    }

    private static RawHttp.Answer send(Contract.Operation operation, String body) {
        return RawHttp.send(operation.method(), path(operation), JSON, body);
    }

    private static String path(Contract.Operation operation) {
        String path = operation.path();
        if (path.contains("/carts/{id}")) {
            path = path.replace("{id}", Fixture.CART);
        }
        return path.replace("{sku}", Fixture.SKU)
                .replace("{slug}", "fuzzed-" + UUID.randomUUID())
                .replaceAll("\\{[A-Za-z]+}", UUID.randomUUID().toString());
    }

    /**
     * Each copy of the example has one value, at any depth, replaced. In the short run a value gets every twelfth replacement and its
     * neighbours get the others; in the long run it gets them all.
     */
    private static List<JsonNode> mutations(JsonNode example) {
        List<JsonNode> mutations = new ArrayList<>();
        for (int n = 0; n < count(example); n++) {
            for (int r = n % STEP; r < REPLACEMENTS.size(); r += STEP) {
                JsonNode copy = example.deepCopy();
                replace(copy, new int[] {n}, raw(REPLACEMENTS.get(r)));
                mutations.add(copy);
            }
        }
        return mutations;
    }

    private static int count(JsonNode node) {
        int values = 0;
        for (JsonNode child : node) {
            values += 1 + count(child);
        }
        return values;
    }

    private static boolean replace(JsonNode node, int[] left, JsonNode value) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (left[0]-- == 0) {
                    object.set(name, value);
                    return true;
                }
                if (replace(object.get(name), left, value)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (left[0]-- == 0) {
                    array.set(i, value);
                    return true;
                }
                if (replace(array.get(i), left, value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Kept as it is written: a number that no Java type holds must reach the shop. */
    private static JsonNode raw(String json) {
        return new POJONode(new RawValue(json));
    }

    private static final class Fixture {
        private static final String SKU = Admin.product(3);
        private static final String CART = Http.shop()
                .body("{\"currency\": \"EUR\"}")
                .post("/v1/carts")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }
}
