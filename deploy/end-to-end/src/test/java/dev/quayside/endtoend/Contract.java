package dev.quayside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.endtoend.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public API's operations, as the shop's own OpenAPI document lists them. */
final class Contract {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contract() {}

    /**
     * One operation.
     *
     * @param example the example of its JSON body, null when it takes none
     * @param bodyRequired whether a call without one is wrong
     * @param upload whether its body is a form with a file
     * @param queries what its documentation says that may be asked for: each listed value of a parameter, or its example
     */
    record Operation(
            String id,
            String method,
            String path,
            @Nullable JsonNode example,
            boolean bodyRequired,
            boolean upload,
            List<String> queries) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Operation> operations() {
        JsonNode document = document();
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    String method = entry.getKey().toUpperCase(Locale.ROOT);
                    if (METHODS.contains(method)) {
                        JsonNode operation = entry.getValue();
                        operations.add(new Operation(
                                operation.get("operationId").asText(),
                                method,
                                path.getKey(),
                                example(document, operation),
                                operation.at("/requestBody/required").asBoolean(),
                                operation.at("/requestBody/content").has("multipart/form-data"),
                                queries(document, operation)));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(30);
        return operations;
    }

    private static List<String> queries(JsonNode document, JsonNode operation) {
        List<String> queries = new ArrayList<>();
        for (JsonNode named : operation.path("parameters")) {
            JsonNode parameter =
                    named.has("$ref") ? document.at(named.get("$ref").asText().substring(1)) : named;
            if (parameter.path("in").asText().equals("query")) {
                parameter
                        .at("/schema/enum")
                        .forEach(value -> queries.add(parameter.get("name").asText() + "=" + value.asText()));
                if (parameter.has("example")) {
                    queries.add(parameter.get("name").asText() + "="
                            + parameter.get("example").asText());
                }
            }
        }
        return queries;
    }

    private static @Nullable JsonNode example(JsonNode document, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content").path("application/json");
        if (content.isMissingNode()) {
            content = operation.at("/requestBody/content").path("application/merge-patch+json");
        }
        JsonNode examples = content.path("examples");
        if (!examples.elements().hasNext()) {
            return content.get("example");
        }
        JsonNode first = examples.elements().next();
        if (first.has("$ref")) {
            first = document.at(first.get("$ref").asText().substring(1));
        }
        return first.get("value");
    }

    private static JsonNode document() {
        try {
            return JSON.readTree(Http.shop()
                    .get("/openapi.json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("/openapi.json is not JSON", e);
        }
    }
}
