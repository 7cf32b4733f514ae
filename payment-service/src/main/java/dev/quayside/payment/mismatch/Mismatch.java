package dev.quayside.payment.mismatch;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.comparison.Code;
import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.RepairAction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mismatch that a run has found. Its verbs are called under the row's lock. */
@Entity
@Table(name = "reconciliation_mismatches")
class Mismatch {
    @Id
    private UUID id;

    @Column(name = "run_id", updatable = false)
    private UUID runId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Code code;

    @Column(name = "order_id", updatable = false)
    private @Nullable UUID orderId;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String summary;

    @Column(updatable = false)
    private String sides;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable RepairAction repair;

    @Column
    @Enumerated(EnumType.STRING)
    private MismatchStatus status;

    @Column
    private @Nullable String failure;

    @Column(name = "found_at", updatable = false)
    private Instant foundAt;

    @Column(name = "repair_asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "acted_at")
    private @Nullable Instant actedAt;

    @Column(name = "repaired_at")
    private @Nullable Instant repairedAt;

    Mismatch() {}

    Mismatch(UUID runId, Finding finding, String sides, Instant now) {
        this.id = Ids.next();
        this.runId = runId;
        this.code = finding.code();
        this.orderId = finding.orderId();
        this.subject = finding.subject();
        this.summary = finding.summary();
        this.sides = sides;
        this.repair = finding.repair();
        this.status = repair == null ? MismatchStatus.NOT_REPAIRABLE : MismatchStatus.OPEN;
        this.foundAt = now;
    }

    /** A repair begins, anew if one has failed. One that is under way goes on. */
    void ask(Instant now) {
        if (status != MismatchStatus.REPAIRING) {
            status = MismatchStatus.REPAIRING;
            failure = null;
            askedAt = now;
            actedAt = null;
        }
    }

    void acted(Instant now) {
        actedAt = now;
    }

    void fail(String why) {
        status = MismatchStatus.FAILED;
        failure = why;
    }

    void solved(Instant now) {
        status = MismatchStatus.REPAIRED;
        failure = null;
        repairedAt = now;
    }

    UUID id() {
        return id;
    }

    Instant foundAt() {
        return foundAt;
    }

    MismatchStatus status() {
        return status;
    }

    Finding finding() {
        return new Finding(code, orderId, subject, summary, repair);
    }

    AskedRepair asked() {
        return new AskedRepair(id, finding(), askedAt == null ? foundAt : askedAt, actedAt != null);
    }

    MismatchView view() {
        return new MismatchView(
                id,
                runId,
                code,
                orderId,
                subject,
                summary,
                sides,
                repair == null ? null : new MismatchView.Repair(repair, repair.description()),
                repair == null ? code.advice() : null,
                status,
                failure,
                foundAt,
                repairedAt);
    }
}
