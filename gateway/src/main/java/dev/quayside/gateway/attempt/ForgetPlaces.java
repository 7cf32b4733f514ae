package dev.quayside.gateway.attempt;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Forgets places from which nobody has signed in for long, once a day in one of the instances. */
@ApplicationScoped
class ForgetPlaces implements RecurringStep {
    private static final String NAME = "forget-places";
    private static final Duration EVERY = Duration.ofDays(1);

    private final KnownPlaces places;

    ForgetPlaces(KnownPlaces places) {
        this.places = places;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        places.forgetOld();
        return Outcome.again(EVERY);
    }
}
