package dev.quayside.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.request.RequestId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes problem bodies for requests that never reach JAX-RS. */
@ApplicationScoped
public class ProblemBodies {
    private final ObjectMapper json;

    public ProblemBodies(ObjectMapper json) {
        this.json = json;
    }

    /** The body of a problem as an answer to a request, with the request's id. */
    public Buffer write(ProblemException problem, HttpServerRequest request) {
        Problem body = Problem.of(problem, request.path(), request.getHeader(RequestId.HEADER));
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
