package dev.quayside.gateway.trip;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Deletes trips that nobody came back from and codes that nobody used, every ten minutes in one of the instances. */
@ApplicationScoped
class CleanTrips implements RecurringStep {
    private static final String NAME = "clean-sign-in-trips";
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Trips trips;
    private final ReturnCodes codes;

    CleanTrips(Trips trips, ReturnCodes codes) {
        this.trips = trips;
        this.codes = codes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        trips.deleteOver();
        codes.deleteOver();
        return Outcome.again(EVERY);
    }
}
