package dev.quayside.payment.reconciliation;

import dev.quayside.kit.step.RecurringStep;
import dev.quayside.payment.staging.StagedRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes old runs with what they found, and what failed runs have left lying about; an hour later again. */
@ApplicationScoped
class ForgetRunsStep implements RecurringStep {
    static final String NAME = "forget-reconciliations";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int ROWS = 5_000;
    private static final int RUNS = 10;

    private final RunRepository runs;
    private final StagedRows rows;
    private final Clock clock;
    private final Duration kept;

    ForgetRunsStep(
            RunRepository runs,
            StagedRows rows,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.kept") Duration kept) {
        this.runs = runs;
        this.rows = rows;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID always) {
        boolean more = rows.deleteOfEndedRuns(ROWS) == ROWS;
        more |= QuarkusTransaction.requiringNew()
                .call(() -> runs.deleteEndedBefore(clock.instant().minus(kept), RUNS) == RUNS);
        return Outcome.again(more ? Duration.ZERO : EVERY);
    }
}
