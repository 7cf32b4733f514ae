package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Edits of many products, and what became of them. */
final class Edits {
    static final String PATH = "/v1/admin/product-edits";

    private Edits() {}

    static Response start(String filter, String edit) {
        return send(UUID.randomUUID().toString(), "{\"filter\": %s, \"edit\": %s}".formatted(filter, edit));
    }

    static Response trial(String filter, String edit) {
        return send(
                UUID.randomUUID().toString(),
                "{\"filter\": %s, \"edit\": %s, \"dryRun\": true}".formatted(filter, edit));
    }

    static Response send(String key, String body) {
        return staff().header("Idempotency-Key", key).body(body).post(PATH);
    }

    /** A price in EUR made another one. */
    static String price(String change) {
        return "{\"price\": {\"currency\": \"EUR\", %s}}".formatted(change);
    }

    /** Mugs for 10.00 with a tag of their own, in as many streams as it takes one: tag-1 and so on. */
    static void mugs(String tag, int count) {
        Streams.bulk(IntStream.rangeClosed(1, count)
                .mapToObj(i -> Streams.mug(tag + "-" + i, 1000).replaceFirst("\\{", "{\"tags\": [\"" + tag + "\"], "))
                .toArray(String[]::new));
    }

    /** The edit of an answer once it has ended. */
    static JsonPath done(Response started) {
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        return awaitThat(started, "status", "completed");
    }

    static JsonPath awaitThat(Response started, String field, Object value) {
        String location = started.header("Location");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> value.equals(staff().get(location).path("data." + field)));
        return staff().get(location).jsonPath();
    }

    /** Products, updated, unchanged, failed. */
    static List<Integer> counts(JsonPath edit) {
        return List.of(
                edit.getInt("data.products"),
                edit.getInt("data.updated"),
                edit.getInt("data.unchanged"),
                edit.getInt("data.failed"));
    }

    static void act(Response started, String verb, String status) {
        staff().post(started.header("Location") + "/" + verb)
                .then()
                .statusCode(200)
                .body("data.status", equalTo(status));
    }

    static JsonPath results(Response started, String query) {
        return staff().get(started.header("Location") + "/results" + query).jsonPath();
    }
}
