package dev.quayside.catalog;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time that a test moves, for the whole service; it is itself again when the test ends. */
final class MovedClock {
    private MovedClock() {}

    /** Stops the clock at a moment of whole seconds from now. */
    static Instant stopAt(Duration fromNow) {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(fromNow);
        stopAt(moment);
        return moment;
    }

    static void stopAt(Instant moment) {
        QuarkusMock.installMockForType(Clock.fixed(moment, java.time.ZoneOffset.UTC), Clock.class);
    }
}
