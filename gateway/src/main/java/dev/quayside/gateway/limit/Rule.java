package dev.quayside.gateway.limit;

import java.time.Duration;

/**
 * A token bucket: so many tries at once, then one more with each refill.
 *
 * @param name in the bucket's key
 * @param capacity tries that a full bucket holds
 * @param refill the time in which one try comes back
 */
record Rule(String name, long capacity, Duration refill) {
    Rule {
        if (capacity < 1 || refill.isNegative() || refill.isZero()) {
            throw new IllegalArgumentException("a limit lets something through");
        }
    }

    /** The same bucket for {@code factor} times the traffic. */
    Rule times(long factor) {
        return new Rule(
                name,
                Math.multiplyExact(capacity, factor),
                Duration.ofNanos(Math.max(1_000, refill.toNanos() / factor)));
    }

    long refillMicros() {
        return Math.max(1, refill.toNanos() / 1_000);
    }
}
