package dev.quayside.kit.problem;

import dev.quayside.kit.request.RequestId;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Writes a {@link ProblemException} as the answer of a JAX-RS request. */
final class ProblemResponses {
    private ProblemResponses() {}

    static Response of(ProblemException problem, UriInfo uri) {
        Problem body = Problem.of(problem, uri.getRequestUri().getRawPath(), RequestId.current());
        Response.ResponseBuilder answer =
                Response.status(body.status()).type(Problem.MEDIA_TYPE).entity(body);
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    static Response of(ProblemCode code, String detail, UriInfo uri) {
        return of(new ProblemException(code, detail), uri);
    }
}
