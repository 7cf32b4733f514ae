package dev.quayside.catalog.store;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/** What becomes of a fault of the store: a 503, and a line in the log for whoever operates it. */
final class StoreFault {
    private static final Logger LOG = Logger.getLogger(StoreFault.class);

    private StoreFault() {}

    static ProblemException of(Exception fault) {
        LOG.errorf("the store of images did not do what it should: %s", fault);
        ProblemException unavailable = new ProblemException(
                CommonProblem.UPSTREAM_UNAVAILABLE, "images cannot be stored or read at the moment; try again");
        unavailable.initCause(fault);
        return unavailable.withHeader("Retry-After", "5");
    }
}
