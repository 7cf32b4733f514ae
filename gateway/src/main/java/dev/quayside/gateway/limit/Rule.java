package dev.quayside.gateway.limit;

import java.time.Duration;

/**
 * A token bucket: so many tries at once, then one more with each refill.
 *
 * @param name in the bucket's key, and in metrics
 * @param capacity tries that a full bucket holds
 * @param refill the time in which one try comes back
 */
record Rule(String name, long capacity, Duration refill) {
    Rule {
        if (capacity < 1 || refill.isNegative() || refill.isZero()) {
            throw new IllegalArgumentException("a limit lets something through");
        }
    }

    /** Reads {@code 600/PT30S}: 600 at once, and an empty bucket is full again after 30 seconds. */
    static Rule parse(String name, String text) {
        String[] parts = text.trim().split("/", 2);
        try {
            long capacity = Long.parseLong(parts[0]);
            return new Rule(name, capacity, Duration.parse(parts[1]).dividedBy(capacity));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the limit " + name + " must be a number and an ISO 8601 duration, such as 600/PT30S, not " + text,
                    e);
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

    /** How long an empty bucket takes to be full. */
    Duration window() {
        return Duration.ofNanos(Math.multiplyExact(capacity, refillMicros() * 1_000));
    }
}
