package dev.quayside.order.upstream;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;

/** Another service gave no answer that counts: whether it did what was asked is unknown. Towards a caller it is a 503. */
public final class NoAnswer extends ProblemException {
    NoAnswer(String service, Throwable cause) {
        super(CommonProblem.UPSTREAM_UNAVAILABLE, service + " did not answer; try again in a few seconds");
        initCause(cause);
        withHeader("Retry-After", "2");
    }
}
