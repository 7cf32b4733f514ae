package dev.quayside.payment.reconciliation;

import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.mismatch.Mismatches;
import dev.quayside.payment.staging.StagedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The transactions of a run: its start, each page that it takes, and its end. */
@ApplicationScoped
class Runs {
    private final RunRepository runs;
    private final StagedRows rows;
    private final Mismatches mismatches;
    private final DurableSteps steps;
    private final Clock clock;
    private final Duration grace;
    private final Duration lookAgainAfter;
    private final long mostMismatches;

    Runs(
            RunRepository runs,
            StagedRows rows,
            Mismatches mismatches,
            DurableSteps steps,
            Clock clock,
            @ConfigProperty(name = "quayside.reconciliation.grace") Duration grace,
            @ConfigProperty(name = "quayside.reconciliation.look-again-after") Duration lookAgainAfter,
            @ConfigProperty(name = "quayside.reconciliation.most-mismatches") long mostMismatches) {
        this.runs = runs;
        this.rows = rows;
        this.mismatches = mismatches;
        this.steps = steps;
        this.clock = clock;
        this.grace = grace;
        this.lookAgainAfter = lookAgainAfter;
        this.mostMismatches = mostMismatches;
    }

    /** Starts a run, in the caller's transaction; 409 {@code reconciliation_running} with the id of the one that runs. */
    @Transactional(TxType.MANDATORY)
    public UUID start(Trigger trigger, Window window) {
        UUID id = Ids.next();
        if (!runs.insert(id, trigger, window, clock.instant())) {
            ProblemException running = new ProblemException(
                    PaymentProblem.RECONCILIATION_RUNNING, "a reconciliation is running; wait for its end");
            runs.running().ifPresent(run -> running.with("runId", run.id()));
            throw running;
        }
        steps.schedule(ReconcileStep.NAME, id);
        return id;
    }

    /** Where a run stands; empty when it has ended. */
    @Transactional
    public Optional<RunState> running(UUID id) {
        return runs.findByIdOptional(id).filter(Run::isRunning).map(run -> run.state(grace));
    }

    /** Commits a page and the next place. Of two who have read the same page the second changes nothing. */
    @Transactional
    public void take(RunState seen, Taken taken) {
        Optional<Run> at = runs.locked(seen.id()).filter(run -> run.isAt(seen));
        at.ifPresent(run -> {
            rows.put(seen.id(), taken.rows());
            long found =
                    taken.found().stream().filter(one -> add(seen.id(), one)).count();
            run.count(taken.counted(), found);
            if (run.found() > mostMismatches) {
                run.fail("More than " + mostMismatches + " mismatches: check keys and databases.", clock.instant());
            } else {
                run.advance(taken.next(), lookAgainAfter, clock.instant());
            }
        });
    }

    /** Deletes some of what was put down; the stage is at its end when nothing is left. */
    @Transactional
    public void tidy(RunState seen, int atOnce) {
        runs.locked(seen.id()).filter(run -> run.isAt(seen)).ifPresent(run -> {
            boolean more = rows.delete(seen.id(), atOnce) == atOnce;
            run.advance(more ? String.valueOf(atOnce) : null, lookAgainAfter, clock.instant());
        });
    }

    @Transactional
    public void fail(UUID id, String why) {
        runs.locked(id).filter(Run::isRunning).ifPresent(run -> run.fail(why, clock.instant()));
    }

    private boolean add(UUID runId, Taken.Found found) {
        Sides sides = found.sides();
        return sides == null
                ? mismatches.addStock(runId, found.finding())
                : mismatches.add(runId, found.finding(), sides);
    }
}
