package dev.quayside.gateway.attempt;

import dev.quayside.gateway.limit.Standing;
import java.time.Duration;

/**
 * What is known of a subject's tries once one more was asked for.
 *
 * @param allowed whether this one may be made; it is counted then
 * @param tries how many were made, this one with them
 * @param waitUntil when the next may be made, in milliseconds of the clock that counts
 * @param retryAfter from now until then
 */
record Count(boolean allowed, long tries, long waitUntil, Duration retryAfter) {

    Standing standing(Delays delays) {
        Duration forgotten = delays.forgottenAfter();
        return new Standing(
                delays.name(),
                delays.free(),
                Standing.seconds(forgotten),
                Math.max(0, delays.free() - tries),
                allowed ? 0 : Math.max(1, Standing.seconds(retryAfter)),
                Standing.seconds(forgotten));
    }
}
