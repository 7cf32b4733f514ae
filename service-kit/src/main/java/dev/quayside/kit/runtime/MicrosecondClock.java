package dev.quayside.kit.runtime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Another clock to the microsecond, as PostgreSQL keeps time: what is read back is what was written, and a cursor made from a row finds
 * that row again. {@link Clock#tick} is no such clock: below a millisecond its {@link Clock#millis} divides by zero.
 */
final class MicrosecondClock extends Clock {
    private final Clock exact;

    MicrosecondClock(Clock exact) {
        this.exact = exact;
    }

    @Override
    public Instant instant() {
        return exact.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return exact.millis();
    }

    @Override
    public ZoneId getZone() {
        return exact.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(exact.withZone(zone));
    }
}
