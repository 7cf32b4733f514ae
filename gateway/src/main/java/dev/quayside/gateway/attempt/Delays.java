package dev.quayside.gateway.attempt;

import java.time.Duration;

/**
 * A limit on tries that should succeed: some are free, then each has to wait longer than the one before.
 *
 * @param name in the key, and in metrics
 * @param free tries before the first wait
 * @param first the first wait; each next one is twice as long
 * @param longest what no wait is longer than
 * @param forgottenAfter how long after the last try the count begins again
 */
record Delays(String name, long free, Duration first, Duration longest, Duration forgottenAfter) {
    /** Doubling any further would be past every longest wait. */
    private static final int MOST_DOUBLINGS = 30;

    /** The same with {@code factor} times the free tries. */
    Delays times(long factor) {
        return new Delays(name, Math.multiplyExact(free, factor), first, longest, forgottenAfter);
    }

    /** The wait after so many tries. */
    Duration after(long tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        Duration grown = first.multipliedBy(1L << Math.min(tries - free, MOST_DOUBLINGS));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
