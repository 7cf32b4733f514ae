package dev.quayside.payment.reconciliation;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts a run now and then, over what has passed since the last one that came to its end, and an overlap. */
@ApplicationScoped
class ScheduledRunStep implements DurableStep {
    static final String NAME = "start-reconciliation";
    private static final UUID ALWAYS = new UUID(0, 0);
    private static final String OFF = "off";
    private static final Duration BUSY = Duration.ofMinutes(5);

    private final RunRepository repository;
    private final Runs runs;
    private final Clock clock;
    private final Optional<Duration> every;
    private final Duration overlap;
    private final Duration reach;

    ScheduledRunStep(
            RunRepository repository,
            Runs runs,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.every") String every,
            @ConfigProperty(name = "quayside.reconciliation.overlap") Duration overlap,
            @ConfigProperty(name = "quayside.reconciliation.reach") Duration reach) {
        this.repository = repository;
        this.runs = runs;
        this.clock = clock;
        this.every = OFF.equals(every) ? Optional.empty() : Optional.of(DurationConverter.parseDuration(every));
        this.overlap = overlap;
        this.reach = reach;
    }

    void start(@Observes StartupEvent started, DurableSteps steps) {
        every.ifPresent(pause -> steps.schedule(NAME, ALWAYS, clock.instant().plus(pause)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID always) {
        if (every.isEmpty()) {
            // Switched off since it was scheduled.
            return Outcome.DONE;
        }
        return Outcome.again(begin() ? every.get() : BUSY);
    }

    /** Starts a run; false while another is running. */
    boolean begin() {
        try {
            QuarkusTransaction.requiringNew().run(() -> runs.start(Trigger.SCHEDULE, window()));
            return true;
        } catch (ProblemException running) {
            return false;
        }
    }

    private Window window() {
        Instant now = clock.instant();
        Instant from = repository
                .comparedUntil()
                .map(until -> until.minus(overlap))
                .filter(begin -> begin.isBefore(now))
                .orElseGet(() -> now.minus(reach));
        return new Window(Windows.atMostLongest(from, now), now);
    }
}
