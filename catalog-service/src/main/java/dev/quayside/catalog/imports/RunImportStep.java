package dev.quayside.catalog.imports;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.OneAtATime;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

/** Runs an import, of whatever kind one at a time in each instance. */
@ApplicationScoped
class RunImportStep implements DurableStep {
    static final String NAME = "run-import";

    private static final Duration LATER = Duration.ofSeconds(1);

    private final ImportJob job;
    private final OneAtATime imports = new OneAtATime(LATER);

    RunImportStep(ImportJob job) {
        this.job = job;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        return imports.run(() -> goOn(id));
    }

    private Outcome goOn(UUID id) {
        try {
            return job.run(id) ? Outcome.DONE : Outcome.again(LATER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
