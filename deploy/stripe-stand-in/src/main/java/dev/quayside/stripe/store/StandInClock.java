package dev.quayside.stripe.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The machine's time plus an offset that only grows and survives a restart. Everything that waits, expires or is dated
 * goes by this clock; only a webhook's signature carries the machine's own time, because its receiver compares that.
 */
public final class StandInClock extends Clock {
    private static final String OFFSET = "offsetSeconds";

    private final Map<String, String> memory;
    private final Clock machine = Clock.systemUTC();
    private volatile Duration offset = Duration.ZERO;

    StandInClock(Map<String, String> memory) {
        this.memory = memory;
        reload();
    }

    void reload() {
        offset = Duration.ofSeconds(Long.parseLong(memory.getOrDefault(OFFSET, "0")));
    }

    /** Moves the clock forward, inside an act. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock only moves forward");
        }
        offset = offset.plus(by);
        memory.put(OFFSET, Long.toString(offset.toSeconds()));
    }

    public long seconds() {
        return instant().getEpochSecond();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    public Instant machineTime() {
        return machine.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Stripe's times are UTC");
    }
}
