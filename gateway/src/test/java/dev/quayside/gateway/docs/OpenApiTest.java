package dev.quayside.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OpenApiTest {
    private static final Set<String> WITHOUT_BODY = Set.of("204", "301", "302", "304");
    private static final SwaggerParseResult READ = read();

    @Test
    void theDocumentIsValid() {
        assertThat(READ.getMessages()).isEmpty();
        assertThat(READ.getOpenAPI().getOpenapi()).startsWith("3.1");
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = operations().map(Operation::getOperationId).toList();
        assertThat(names).doesNotContainNull().doesNotHaveDuplicates().hasSizeGreaterThan(35);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsDescribedAndHasExamples() {
        return operations()
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> check(operation)));
    }

    private static void check(Operation operation) {
        assertThat(operation.getSummary()).isNotBlank();
        assertThat(operation.getTags()).hasSize(1);
        assertThat(Set.of("storefront", "admin", "webhooks", "identity")).containsAll(operation.getTags());
        if (operation.getRequestBody() != null) {
            assertExamples("request", operation.getRequestBody().getContent());
        }
        assertThat(operation.getResponses().keySet())
                .anyMatch(status -> status.startsWith("2") || status.equals("302"));
        operation.getResponses().forEach((status, response) -> {
            assertThat(response.getDescription()).as(status).isNotBlank();
            // Stripe reads nothing but the status.
            boolean empty = operation.getTags().contains("webhooks") && status.equals("200");
            if (!empty && !WITHOUT_BODY.contains(status)) {
                assertExamples(status, response.getContent());
            }
            assertProblem(status, operation, response);
        });
    }

    private static void assertExamples(String where, Content content) {
        assertThat(content).as(where).isNotEmpty();
        for (MediaType body : content.values()) {
            assertThat(body.getSchema()).as(where).isNotNull();
            assertThat(body.getExamples()).as(where).isNotEmpty();
            assertThat(body.getExamples().values()).as(where).allMatch(example -> example.getValue() != null);
        }
    }

    /** RFC 6749 says how the token endpoint refuses. */
    private static void assertProblem(String status, Operation operation, ApiResponse response) {
        if (status.compareTo("400") >= 0 && !"issueServiceToken".equals(operation.getOperationId())) {
            assertThat(response.getContent()).as(status).containsOnlyKeys("application/problem+json");
        }
    }

    private static Stream<Operation> operations() {
        return READ.getOpenAPI().getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static SwaggerParseResult read() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        String json = new String(new OpenApiDocument().json(), StandardCharsets.UTF_8);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(json, null, options);
        OpenAPI document = result.getOpenAPI();
        assertThat(document).as(String.valueOf(result.getMessages())).isNotNull();
        return result;
    }
}
