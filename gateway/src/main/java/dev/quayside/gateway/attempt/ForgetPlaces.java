package dev.quayside.gateway.attempt;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** Forgets places from which nobody has signed in for long, once a day in one of the instances. */
@ApplicationScoped
class ForgetPlaces implements DurableStep {
    private static final String NAME = "forget-places";
    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofDays(1);

    private final KnownPlaces places;

    ForgetPlaces(KnownPlaces places) {
        this.places = places;
    }

    void start(@Observes StartupEvent started, DurableSteps steps) {
        steps.schedule(NAME, ALL);
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
