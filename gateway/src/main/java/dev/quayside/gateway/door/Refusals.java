package dev.quayside.gateway.door;

import dev.quayside.gateway.problem.ProblemBodies;
import dev.quayside.gateway.proxy.LingeringClose;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Answers requests that are not let in. */
@ApplicationScoped
class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final ProblemBodies problems;
    private final LingeringClose closing;

    Refusals(ProblemBodies problems, LingeringClose closing) {
        this.problems = problems;
        this.closing = closing;
    }

    void answer(HttpServerRequest request, Throwable reason) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        ProblemException problem = problem(reason);
        LOG.debugf("%s: %s", problem.code().code(), problem.getMessage());
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.code().status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        var unused = response.end(problems.write(problem, request)).onSuccess(sent -> closing.after(request));
    }

    private static ProblemException problem(Throwable reason) {
        if (reason instanceof ProblemException problem) {
            return problem;
        }
        LOG.error("request failed at the door", reason);
        return new ProblemException(CommonProblem.INTERNAL_ERROR, "nothing is wrong with the request; try again later");
    }
}
