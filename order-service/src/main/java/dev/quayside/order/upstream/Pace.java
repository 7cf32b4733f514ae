package dev.quayside.order.upstream;

import java.time.Duration;

/** How often another service is asked about an outcome that it does not know yet. News of it do not wait for that. */
public final class Pace {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);

    private Pace() {}

    /** How long to wait before asking again about what began so long ago. */
    public static Duration after(Duration age) {
        if (age.compareTo(LATER) < 0) {
            return SOON;
        }
        return age.compareTo(Duration.ofHours(1)) < 0 ? LATER : MUCH_LATER;
    }
}
