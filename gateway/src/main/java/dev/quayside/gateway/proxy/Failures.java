package dev.quayside.gateway.proxy;

import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.vertx.core.http.StreamResetException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

/** What a client is told when a service did not answer. The words never name the service or its address. */
final class Failures {
    private Failures() {}

    static ProblemException tooLarge(long most) {
        return new ProblemException(CommonProblem.BODY_TOO_LARGE, "at most " + most + " bytes are taken here");
    }

    static ProblemException brokenBody() {
        return new ProblemException(
                CommonProblem.MALFORMED_REQUEST, "the body ended before its end, or is not as long as it said");
    }

    static ProblemException clientTooSlow() {
        return new ProblemException(GatewayProblem.REQUEST_TIMEOUT, "send the whole body without a long pause");
    }

    static ProblemException serviceTooSlow() {
        return new ProblemException(
                        GatewayProblem.GATEWAY_TIMEOUT,
                        "it may still happen: look before you repeat, or repeat with the same Idempotency-Key")
                .withHeader("Retry-After", "5");
    }

    static ProblemException of(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof TimeoutException) {
            return serviceTooSlow();
        }
        return new ProblemException(GatewayProblem.BAD_GATEWAY, "try again in a moment").withHeader("Retry-After", "2");
    }

    /** Whether the client gave the request up: the proxy resets what it sends with the client's failure, which comes before its end. */
    static boolean isOfClient(Throwable failure) {
        return failure instanceof StreamResetException && failure.getCause() != null;
    }

    /** Whether nothing but a connection broke: it may have been a pooled one that another request's end had reset. */
    static boolean isBrokenConnection(Throwable failure) {
        return !(failure instanceof TimeoutException)
                && !(failure instanceof ConnectException)
                && !(failure instanceof ProblemException);
    }
}
