package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.newName;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static dev.quayside.catalog.Streams.bulk;
import static dev.quayside.catalog.Streams.mug;
import static dev.quayside.catalog.Streams.results;
import static dev.quayside.catalog.Streams.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.kit.testing.RecordedChanges;
import dev.quayside.kit.testing.Tokens;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@CatalogTest
class BulkIT {
    @Inject
    DataSource database;

    private final String a = newName("bulk");
    private final String b = newName("bulk");
    private final String c = newName("bulk");

    @Test
    void eachLineHasItsResultInItsPlace() {
        String first = product(a, "Lantern", variant(a, "M", 3, eur(100)), variant(a + "-l", "L", 2, eur(200)));
        assertThat(results(bulk(first, mug(b, 100)))).containsExactly("1 created", "2 created");
        List<JsonNode> answer = bulk(first, mug(b, 200), "", mug(c, 1));
        assertThat(results(answer)).containsExactly("1 unchanged", "2 updated", "4 created");
        assertThat(summary(answer).toString())
                .isEqualTo("{\"lines\":3,\"created\":1,\"updated\":1,\"unchanged\":1,\"failed\":0,\"complete\":true}");
        assertThat(Fixtures.stock(a + "-l")).containsExactly(2, 0, 2);
        staff().get("/v1/products/" + b).then().statusCode(200).body("data.price.amount", equalTo(200));
    }

    @Test
    void whatChangesNothingWritesNothing() {
        bulk(mug(a, 100));
        String id = id(a);
        String row = "select xmin || ' ' || ctid from storefront_products where product_id = '" + id + "'";
        String before = Sql.text(database, row);
        assertThat(results(bulk(mug(a, 100)))).containsExactly("1 unchanged");
        assertThat(Sql.text(database, row)).isEqualTo(before);
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created");
        bulk(mug(a, 300));
        assertThat(RecordedChanges.actions(database, id)).containsExactly("product.created", "product.updated");
        JsonNode entry = RecordedChanges.of(database, id).get(1);
        assertThat(entry.at("/actor/kind").asText()).isEqualTo("api_key");
        assertThat(entry.at("/after/variants/0/prices/0/amount").asInt()).isEqualTo(300);
    }

    @Test
    void badLineFailsAloneAndSaysWhy() {
        List<JsonNode> answer = bulk(
                mug(a, 1),
                "{",
                "[]",
                "null",
                "{\"slug\": \"" + b + "\", \"title\": \" \", \"variants\": [{\"sku\": \"x y\", \"prices\": []}]}",
                "{\"title\": \"t\", \"variants\": [{\"sku\": \"x\", \"prices\": [" + eur(1) + "]}]}",
                product(b, "t", variant(b, "M", 1, eur(1)))
                        .replace("\"title\"", "\"categories\": [\"no-such\"], \"title\""),
                product(newName("thief"), "t", variant(a, "M", 1, eur(1))),
                mug(c, 1));
        assertThat(results(answer))
                .containsExactly(
                        "1 created",
                        "2 failed malformed_request",
                        "3 failed malformed_request",
                        "4 failed malformed_request",
                        "5 failed validation_failed",
                        "6 failed validation_failed",
                        "7 failed validation_failed",
                        "8 failed validation_failed",
                        "9 created");
        assertThat(answer.get(4).at("/errors/1/field").asText()).isEqualTo("variants[0].prices");
        assertThat(answer.get(5).at("/errors/0/field").asText()).isEqualTo("slug");
        assertThat(answer.get(6).at("/errors/0/code").asText()).isEqualTo("unknown_category");
        assertThat(answer.get(7).at("/errors/0/code").asText()).isEqualTo("duplicate_in_file");
        assertThat(results(bulk(product(newName("thief"), "t", variant(a, "M", 1, eur(1))))))
                .containsExactly("1 failed sku_taken");
        assertThat(Fixtures.stock(a)).startsWith(3);
    }

    @Test
    void keyThatTheFileHasAlreadyFails() {
        List<JsonNode> answer =
                bulk(mug(a, 1), mug(a, 2), product(b, "t", variant(c, "M", 1, eur(1))), mug(c, 1), mug(a + "-x", 1));
        assertThat(results(answer))
                .containsExactly(
                        "1 created",
                        "2 failed validation_failed",
                        "3 created",
                        "4 failed validation_failed",
                        "5 created");
        assertThat(answer.get(1).at("/errors/0").toString())
                .isEqualTo("{\"field\":\"slug\",\"code\":\"duplicate_in_file\",\"message\":\"is on line 1 already\"}");
        assertThat(answer.get(3).at("/errors/0/message").asText()).isEqualTo("is on line 3 already");
    }

    @Test
    void abortKeepsWhatStandsBeforeTheFirstFailureAndNothingElse() {
        String body = String.join(
                "\n", mug(a, 1), product(b, "t", variant(a, "M", 1, eur(1))).replace(a, c + "-free"), mug(c, 1));
        String taken = newName("taken");
        bulk(mug(taken, 1));
        String thief = product(newName("thief"), "t", variant(taken, "M", 1, eur(1)));
        List<JsonNode> answer =
                bulk("?onError=abort", (mug(a, 1) + "\n" + thief + "\n" + mug(c, 1)).getBytes(StandardCharsets.UTF_8));
        assertThat(results(answer)).containsExactly("1 created", "2 failed sku_taken");
        assertThat(summary(answer).get("complete").asBoolean()).isFalse();
        assertThat(summary(answer).get("code").asText()).isEqualTo("aborted");
        assertThat(count(a)).isOne();
        assertThat(count(c)).isZero();
        assertThat(results(bulk("?onError=abort", body.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("1 unchanged", "2 created", "3 created");
        assertThat(results(bulk("?onError=abort", (mug(a, 7) + "\n{\n" + mug(c, 7)).getBytes(StandardCharsets.UTF_8))))
                .containsExactly("1 updated", "2 failed malformed_request");
    }

    @Test
    void skuMovesFromOneProductToTheNext() {
        bulk(product(a, "t", variant(a, "M", 1, eur(1)), variant(c, "L", 4, eur(1))));
        List<JsonNode> answer =
                bulk(product(a, "t", variant(a, "M", 1, eur(1))), product(b, "t", variant(c, "L", 4, eur(1))));
        assertThat(results(answer)).containsExactly("1 updated", "2 created");
        assertThat(Fixtures.stock(c)).startsWith(4);
    }

    @Test
    void longLinesMarksAndOddBytes() {
        String mark = "\uFEFF" + mug(a, 1) + "\r\n";
        String tooLong = "{\"slug\": \"" + "x".repeat(1 << 20) + "\"}\n";
        byte[] latin = product(b, "Caf\u00e9", variant(b, "M", 1, eur(1))).getBytes(StandardCharsets.ISO_8859_1);
        byte[] start = (mark + tooLong).getBytes(StandardCharsets.UTF_8);
        byte[] body = java.util.Arrays.copyOf(start, start.length + latin.length);
        System.arraycopy(latin, 0, body, start.length, latin.length);
        assertThat(results(bulk("", body)))
                .containsExactly("1 created", "2 failed malformed_request", "3 failed malformed_request");
        assertThat(summary(bulk("", new byte[0])).get("lines").asInt()).isZero();
    }

    @Test
    void bodyMayBeLargerThanOthersAndParametersAreKnown() {
        String pad = " ".repeat(20_000);
        String lines =
                IntStream.range(0, 80).mapToObj(i -> mug(a + "-" + i, 1) + pad).collect(Collectors.joining("\n"));
        assertThat(lines.length()).isGreaterThan(1 << 20);
        assertThat(summary(bulk("", lines.getBytes(StandardCharsets.UTF_8)))
                        .get("created")
                        .asInt())
                .isEqualTo(80);
        for (String query : List.of("?onError=ignore", "?dryRun=true")) {
            Streams.sent(Streams.NDJSON, new byte[0])
                    .post("/v1/admin/products:bulk" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_parameter"));
        }
        Streams.sent("text/csv", new byte[0])
                .post("/v1/admin/products:bulk")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void otherPathsDoNotTakeLargeBodies() throws IOException, InterruptedException {
        // Asks before it sends: what is refused while it is still being written may end as a broken pipe.
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/admin/products"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.staff("catalog:write"))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
                .timeout(Duration.ofSeconds(30))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(413);
    }

    private static int count(String slug) {
        return staff().get("/v1/admin/products?sku=" + slug)
                .jsonPath()
                .getList("data")
                .size();
    }

    private static String id(String sku) {
        return staff().get("/v1/admin/products?sku=" + sku).path("data[0].id");
    }
}
