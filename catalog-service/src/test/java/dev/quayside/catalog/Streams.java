package dev.quayside.catalog;

import static dev.quayside.catalog.Fixtures.eur;
import static dev.quayside.catalog.Fixtures.product;
import static dev.quayside.catalog.Fixtures.staff;
import static dev.quayside.catalog.Fixtures.variant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Streams of products to the service, and what is answered. */
final class Streams {
    static final String NDJSON = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Streams() {}

    /** The answer to a stream of lines. */
    static List<JsonNode> bulk(String... lines) {
        return bulk("", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static List<JsonNode> bulk(String query, byte[] body) {
        Response answer = sent(NDJSON, body).post("/v1/admin/products:bulk" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return read(answer.asString());
    }

    static RequestSpecification sent(String type, byte[] body) {
        return staff().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .body(body);
    }

    static List<JsonNode> read(String ndjson) {
        return ndjson.lines().map(Streams::line).toList();
    }

    static List<String> results(List<JsonNode> answer) {
        return answer.stream()
                .filter(line -> line.has("result"))
                .map(line ->
                        line.get("line").asText() + " " + line.get("result").asText()
                                + (line.has("code") ? " " + line.get("code").asText() : ""))
                .toList();
    }

    static JsonNode summary(List<JsonNode> answer) {
        return answer.get(answer.size() - 1).get("summary");
    }

    /** A line with one product of one variant, whose sku is the slug. */
    static String mug(String slug, long price) {
        return product(slug, "Mug " + slug, variant(slug, "M", 3, eur(price)));
    }

    private static JsonNode line(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
