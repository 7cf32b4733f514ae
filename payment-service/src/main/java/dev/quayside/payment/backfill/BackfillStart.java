package dev.quayside.payment.backfill;

import dev.quayside.kit.step.DurableSteps;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** Sees to it that the two steps exist: they run at the first start, and from then on whatever happens to the processes. */
@ApplicationScoped
class BackfillStart {
    /** How soon a listing goes on that was cut. */
    static final Duration GO_ON = Duration.ofSeconds(1);

    private static final UUID ALWAYS = new UUID(0, 0);

    private final DurableSteps steps;

    BackfillStart(DurableSteps steps) {
        this.steps = steps;
    }

    void start(@Observes StartupEvent started) {
        steps.schedule(BackfillEventsStep.NAME, ALWAYS);
        steps.schedule(BackfillObjectsStep.NAME, ALWAYS);
    }
}
