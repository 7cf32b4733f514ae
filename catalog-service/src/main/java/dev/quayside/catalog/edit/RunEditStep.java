package dev.quayside.catalog.edit;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** Runs an edit, one at a time in each instance: the other steps need their threads, and the shop its database. */
@ApplicationScoped
class RunEditStep implements DurableStep {
    static final String NAME = "run-product-edit";
    private static final Duration LATER = Duration.ofSeconds(1);

    private final EditJob job;
    private final ReentrantLock running = new ReentrantLock();

    RunEditStep(EditJob job) {
        this.job = job;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        if (!running.tryLock()) {
            return Outcome.again(LATER);
        }
        try {
            return job.run(id) ? Outcome.DONE : Outcome.again(LATER);
        } finally {
            running.unlock();
        }
    }
}
