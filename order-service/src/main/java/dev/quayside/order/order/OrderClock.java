package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time to the microsecond, as PostgreSQL keeps it: a cursor made from a row must find that row again. */
@ApplicationScoped
class OrderClock {
    private final Clock clock;

    OrderClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
