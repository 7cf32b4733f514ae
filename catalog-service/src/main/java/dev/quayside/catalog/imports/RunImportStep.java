package dev.quayside.catalog.imports;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** Runs an import, one at a time in each instance: the other steps need their threads, and the shop its database. */
@ApplicationScoped
class RunImportStep implements DurableStep {
    static final String NAME = "run-import";

    private static final Duration LATER = Duration.ofSeconds(1);

    private final ImportJob job;
    private final ReentrantLock running = new ReentrantLock();

    RunImportStep(ImportJob job) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running.unlock();
        }
    }
}
