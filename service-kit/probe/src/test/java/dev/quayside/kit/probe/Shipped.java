package dev.quayside.kit.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.quayside.kit.testing.IdentityResource;
import java.util.List;
import java.util.stream.StreamSupport;

/** What has come to the stand-in of the gateway. */
final class Shipped {
    static final String PATH = "/internal/v1/audit-log";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shipped() {}

    /** The entries about a subject, in the order in which they came, also those that came twice. */
    static List<JsonNode> about(String subject) {
        return calls().stream()
                .flatMap(call -> StreamSupport.stream(entries(call).spliterator(), false))
                .filter(entry -> entry.at("/subject/id").asText().equals(subject))
                .toList();
    }

    /** How many entries each call has brought that was about a subject. */
    static List<Integer> batchesWith(String subject) {
        return calls().stream()
                .filter(call -> call.getBodyAsString().contains(subject))
                .map(call -> entries(call).size())
                .toList();
    }

    static List<LoggedRequest> calls() {
        return IdentityResource.gateway().findAll(putRequestedFor(urlEqualTo(PATH)));
    }

    private static JsonNode entries(LoggedRequest call) {
        try {
            return JSON.readTree(call.getBodyAsString()).get("entries");
        } catch (JsonProcessingException e) {
            throw new AssertionError(call.getBodyAsString(), e);
        }
    }
}
