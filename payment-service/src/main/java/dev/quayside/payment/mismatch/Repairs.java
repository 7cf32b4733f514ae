package dev.quayside.payment.mismatch;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.payment.PaymentProblem;
import dev.quayside.payment.comparison.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The transactions of a repair: asked for, acted upon, and its outcome. */
@ApplicationScoped
class Repairs {
    static final String STEP = "repair-mismatch";

    private final MismatchRepository mismatches;
    private final DurableSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    Repairs(MismatchRepository mismatches, DurableSteps steps, AuditTrail trail, Clock clock) {
        this.mismatches = mismatches;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    /** Begins a repair, or leaves the one that is under way. 409 when there is nothing to do, or nothing that can be done. */
    @Transactional
    void ask(UUID id) {
        Mismatch mismatch = mismatches.locked(id).orElseThrow(() -> Mismatches.notFound(id));
        switch (mismatch.status()) {
            case REPAIRED ->
                throw new ProblemException(
                        PaymentProblem.MISMATCH_ALREADY_REPAIRED, "mismatch " + id + " was repaired already");
            case NOT_REPAIRABLE ->
                throw new ProblemException(
                        PaymentProblem.MISMATCH_NOT_REPAIRABLE,
                        mismatch.finding().code().advice());
            case OPEN, FAILED, REPAIRING -> {
                MismatchView before = mismatch.view();
                mismatch.ask(clock.instant());
                steps.schedule(STEP, id);
                trail.record("mismatch.repaired", Subject.of("mismatch", id), before, mismatch.view());
            }
        }
    }

    @Transactional
    Optional<AskedRepair> asked(UUID id) {
        return mismatches
                .findByIdOptional(id)
                .filter(mismatch -> mismatch.status() == MismatchStatus.REPAIRING)
                .map(Mismatch::asked);
    }

    @Transactional
    void acted(UUID id) {
        mismatches.locked(id).ifPresent(mismatch -> mismatch.acted(clock.instant()));
    }

    @Transactional
    void failed(UUID id, String why) {
        mismatches
                .locked(id)
                .filter(mismatch -> mismatch.status() == MismatchStatus.REPAIRING)
                .ifPresent(mismatch -> mismatch.fail(why));
    }

    /** The sides agree: so the same mismatch is gone wherever else it was found. */
    @Transactional
    void solved(Finding finding) {
        mismatches.unsolved(finding).forEach(mismatch -> mismatch.solved(clock.instant()));
    }
}
