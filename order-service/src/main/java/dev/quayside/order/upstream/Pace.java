package dev.quayside.order.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often another service is asked about an outcome that it does not know yet. News of it do not wait for that. */
@ApplicationScoped
public class Pace {
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);

    private final Clock clock;
    private final Duration soon;

    Pace(Clock clock, @ConfigProperty(name = "quayside.order.ask-again-after") Duration soon) {
        this.clock = clock;
        this.soon = soon;
    }

    /** How long to wait before asking again about what began then. */
    public Duration since(Instant began) {
        return age(began).compareTo(Duration.ofHours(1)) < 0 ? whileSomebodyWaitsSince(began) : MUCH_LATER;
    }

    /** The same for what somebody may still wait for after an hour, such as a cancellation. */
    public Duration whileSomebodyWaitsSince(Instant began) {
        return age(began).compareTo(LATER) < 0 ? soon : LATER;
    }

    private Duration age(Instant began) {
        return Duration.between(began, clock.instant());
    }
}
