package dev.quayside.payment.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a step looks again at what Stripe has not answered or not decided: soon, then ever more seldom. */
@ApplicationScoped
public class Paces {
    private static final int PART = 4;

    private final Duration shortest;
    private final Clock clock;

    Paces(@ConfigProperty(name = "quayside.payment.look-again-after") Duration shortest, Clock clock) {
        this.shortest = shortest;
        this.clock = clock;
    }

    /** How long something that began then waits now: a quarter of its age, never more than {@code longest}. */
    public Duration after(Instant beginning, Duration longest) {
        return new Pace(shortest, longest, PART).after(beginning, clock);
    }
}
