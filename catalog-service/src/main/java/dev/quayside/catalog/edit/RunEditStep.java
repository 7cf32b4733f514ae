package dev.quayside.catalog.edit;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.OneAtATime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Runs an edit, one at a time in each instance. */
@ApplicationScoped
class RunEditStep implements DurableStep {
    static final String NAME = "run-product-edit";
    private static final Duration LATER = Duration.ofSeconds(1);

    private final EditJob job;
    private final OneAtATime edits = new OneAtATime(LATER);

    RunEditStep(EditJob job) {
        this.job = job;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        return edits.run(() -> job.run(id) ? Outcome.DONE : Outcome.again(LATER));
    }
}
