package dev.quayside.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reconciliation, as staff use it. */
public final class Reconciling {
    private static final String PATH = "/v1/admin/reconciliation";
    private static final String MISMATCHES = "/v1/admin/mismatches/";
    private static final Duration LONGEST =
            Boolean.getBoolean("quayside.soak") ? Duration.ofMinutes(10) : Duration.ofMinutes(1);

    private Reconciling() {}

    public static Response start(Object body) {
        return start(UUID.randomUUID().toString(), body);
    }

    public static Response start(String key, Object body) {
        return given().auth()
                .oauth2(Tokens.staff("payments:repair"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    /** A run over what was made since a moment, to its end. */
    public static JsonPath since(Instant from) {
        String id = start(Map.of("from", from.toString()))
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
        return ended(id);
    }

    /** A run when it has ended. */
    public static JsonPath ended(String id) {
        await().atMost(LONGEST).until(() -> !"running".equals(run(id).getString("status")));
        return run(id);
    }

    public static JsonPath run(String id) {
        return get("/" + id).then().statusCode(200).extract().jsonPath().setRootPath("data");
    }

    public static Response get(String path) {
        return read(PATH + path);
    }

    public static Response getMismatch(String id) {
        return read(MISMATCHES + id);
    }

    private static Response read(String path) {
        return given().auth().oauth2(Tokens.staff("payments:read")).get(path);
    }

    public static Response repair(String mismatchId) {
        return given().auth().oauth2(Tokens.staff("payments:repair")).post(MISMATCHES + mismatchId + "/repair");
    }

    /** What a run has found: the mismatches' ids by {@code code subject}. */
    public static Map<String, String> found(String runId) {
        JsonPath page = get("/" + runId + "/mismatches?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> found = new TreeMap<>();
        IntStream.range(0, page.getList("data").size())
                .forEach(i -> found.put(
                        page.getString("data[" + i + "].code") + " " + page.getString("data[" + i + "].subject"),
                        page.getString("data[" + i + "].id")));
        return found;
    }

    public static void awaitRepaired(String mismatchId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "repaired".equals(mismatch(mismatchId).getString("status")));
    }

    public static JsonPath mismatch(String id) {
        return getMismatch(id).then().statusCode(200).extract().jsonPath().setRootPath("data");
    }
}
