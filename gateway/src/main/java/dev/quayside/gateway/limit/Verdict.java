package dev.quayside.gateway.limit;

import java.time.Duration;

/**
 * What a bucket says to a try.
 *
 * @param remaining tries that are left
 * @param retryAfter until the next try is let through; zero when this one was
 * @param fullIn until the bucket is full again
 */
record Verdict(boolean allowed, long remaining, Duration retryAfter, Duration fullIn) {

    /**
     * A bucket is one number: the time when it is full again. A try moves it on by one refill and is refused when it would be further
     * away than the whole bucket takes to fill.
     *
     * @param fullAt when the bucket would be full again, this try counted, in microseconds
     */
    static Verdict of(Rule rule, long fullAt, long now) {
        long room = rule.capacity() * rule.refillMicros() - (fullAt - now);
        return room >= 0
                ? new Verdict(true, room / rule.refillMicros(), Duration.ZERO, micros(fullAt - now))
                : new Verdict(false, 0, micros(-room), micros(fullAt - rule.refillMicros() - now));
    }

    /** The same with tries that were taken in advance and are not spent yet. */
    Verdict with(long inHand) {
        return new Verdict(allowed, remaining + inHand, retryAfter, fullIn);
    }

    private static Duration micros(long value) {
        return Duration.ofNanos(value * 1_000);
    }
}
