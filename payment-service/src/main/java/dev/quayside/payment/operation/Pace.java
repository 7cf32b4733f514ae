package dev.quayside.payment.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a step waits before it looks again: a part of the time that has passed since the beginning, so that it backs off evenly.
 *
 * @param shortest what it waits at least
 * @param longest what it waits at most
 * @param part 4 waits a quarter of the age
 */
public record Pace(Duration shortest, Duration longest, int part) {
    public Duration after(Instant beginning, Clock clock) {
        Duration share = Duration.between(beginning, clock.instant()).dividedBy(part);
        Duration atLeast = share.compareTo(shortest) < 0 ? shortest : share;
        return atLeast.compareTo(longest) > 0 ? longest : atLeast;
    }
}
