package dev.quayside.gateway.proxy;

import java.time.Duration;

/**
 * Whether a body comes fast enough: the time that it is given grows with what has come, by a second for each 4 KiB, so that a client
 * that sends a byte now and then is cut as surely as one that stops. Only time in which more was asked for counts.
 */
final class Pace {
    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / 4_096;

    private final long grace;
    private long waited;
    private long since;
    private long came;
    private boolean waiting = true;

    /** @param now in nanoseconds of a clock that only goes forward, here and below */
    Pace(Duration grace, long now) {
        this.grace = grace.toNanos();
        this.since = now;
    }

    void came(int bytes) {
        came += bytes;
    }

    /** More is wanted. */
    void asked(long now) {
        if (!waiting) {
            waiting = true;
            since = now;
        }
    }

    /** No more is wanted for now. */
    void held(long now) {
        if (waiting) {
            waiting = false;
            waited += now - since;
            since = now;
        }
    }

    boolean isTooSlow(long now) {
        long total = waiting ? waited + now - since : waited;
        return total > grace + came * NANOS_PER_BYTE;
    }

    /** For how long nothing was wanted until now. */
    long heldNanos(long now) {
        return waiting ? 0 : now - since;
    }
}
