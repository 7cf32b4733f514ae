package dev.quayside.gateway.limit;

import java.time.Duration;

/**
 * What a bucket says to a try.
 *
 * @param remaining tries that are left
 * @param retryAfter until the next try is let through; zero when this one was
 */
record Verdict(boolean allowed, long remaining, Duration retryAfter) {

    /**
     * A bucket is one number: the time when it is full again. A try moves it on by one refill and is refused when it would be further
     * away than the whole bucket takes to fill.
     *
     * @param fullAt when the bucket would be full again, this try counted, in microseconds
     */
    static Verdict of(Rule rule, long fullAt, long now) {
        long room = rule.capacity() * rule.refillMicros() - (fullAt - now);
        return room >= 0
                ? new Verdict(true, room / rule.refillMicros(), Duration.ZERO)
                : new Verdict(false, 0, Duration.ofNanos(-room * 1_000));
    }
}
