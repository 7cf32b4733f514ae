package dev.quayside.catalog;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/**
 * Transactions that wait for each other's rows. Locks are taken in one order (reservation, location by code, stock by sku, product by id)
 * where that can be known beforehand; where it cannot, PostgreSQL ends one of the two (40P01), and that one is simply run again.
 */
public final class Contended {
    private static final int ATTEMPTS = 5;
    private static final String REPEATED = "quayside.transactions.repeated";

    private Contended() {}

    /** What a transaction was decided on is no longer so: it is rolled back and run again, like the victim of a deadlock. */
    public static final class Overtaken extends RuntimeException {
        public Overtaken(String by) {
            super(by);
        }
    }

    /** Runs the work in a transaction of its own; a row that stays locked for 5 s is a 503. */
    public static <T> T transaction(Supplier<T> work) {
        return again(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** Runs work that brings its own transaction, again if it was the victim of a deadlock. */
    public static <T> T again(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ProblemException expected) {
                throw expected;
            } catch (RuntimeException fault) {
                String state = SqlFault.behind(fault).map(SqlFault::state).orElse("");
                boolean again = fault instanceof Overtaken || state.equals(SqlFault.DEADLOCK);
                if (state.equals(SqlFault.LOCK_TIMEOUT) || (again && attempt == ATTEMPTS)) {
                    throw busy(fault);
                }
                if (!again) {
                    throw fault;
                }
                Metrics.counter(REPEATED, "reason", fault instanceof Overtaken ? "overtaken" : "deadlock")
                        .increment();
            }
        }
    }

    private static ProblemException busy(RuntimeException fault) {
        ProblemException busy = new ProblemException(
                CommonProblem.BUSY, "others are changing the same things; nothing was done, ask again");
        busy.initCause(fault);
        return busy.withHeader("Retry-After", "1");
    }
}
