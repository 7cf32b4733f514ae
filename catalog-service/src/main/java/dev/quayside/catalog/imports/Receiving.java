package dev.quayside.catalog.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a request's body in as a file: what is said beside it is checked first, and its key is made of what the file holds. */
@ApplicationScoped
class Receiving {
    /** A request that has a file as its body. */
    record Sent(ImportKind kind, @Nullable String key, UriInfo uri, HttpHeaders headers) {}

    private final ImportService imports;
    private final ImportParameters parameters;
    private final Caller caller;
    private final ObjectMapper json;

    Receiving(ImportService imports, ImportParameters parameters, Caller caller, ObjectMapper json) {
        this.imports = imports;
        this.parameters = parameters;
        this.caller = caller;
        this.json = json;
    }

    Response receive(Sent sent, InputStream file) throws IOException {
        ImportSettings settings =
                parameters.read(sent.kind(), sent.uri(), sent.headers().getMediaType());
        StoredAnswer answer = imports.receive(sent.kind(), file, settings, key(sent, settings));
        String id = json.readTree(answer.body()).at("/data/id").asText();
        return Response.fromResponse(answer.toResponse())
                .header(HttpHeaders.LOCATION, sent.kind().path() + "/" + id)
                .build();
    }

    private @Nullable Function<String, IdempotencyKey> key(Sent sent, ImportSettings settings) {
        String header = sent.key();
        return header == null
                ? null
                : sha256 -> IdempotencyKey.required(
                        header,
                        caller,
                        "POST",
                        sent.uri().getPath(),
                        Map.of("settings", settings, "sha256", sha256),
                        json);
    }
}
