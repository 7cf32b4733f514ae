package dev.quayside.payment.reconciliation;

import dev.quayside.payment.mismatch.MismatchCounts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a run. Its verbs are called under the row's lock; rows are made by {@link RunRepository#insert}. */
@Entity
@Table(name = "reconciliation_runs")
class Run {
    @Id
    private UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column
    private @Nullable String failure;

    @Column(name = "started_by", updatable = false)
    @Enumerated(EnumType.STRING)
    private Trigger trigger;

    @Column(name = "window_from", updatable = false)
    private Instant from;

    @Column(name = "window_to", updatable = false)
    private Instant to;

    @Column
    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column
    private @Nullable String place;

    @Column(name = "look_at")
    private @Nullable Instant lookAt;

    @Column
    private long orders;

    @Column
    private long payments;

    @Column(name = "stripe_objects")
    private long stripeObjects;

    @Column
    private long reservations;

    @Column
    private long found;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "progressed_at")
    private Instant progressedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    Run() {}

    boolean isRunning() {
        return status == RunStatus.RUNNING;
    }

    boolean isAt(RunState seen) {
        return isRunning() && stage == seen.stage() && Objects.equals(place, seen.place());
    }

    /** Takes the place that comes next, or goes to the next stage, or is finished. */
    void advance(@Nullable String next, Duration lookAgainAfter, Instant now) {
        progressedAt = now;
        place = next;
        if (next != null) {
            return;
        }
        if (stage.isLast()) {
            status = RunStatus.FINISHED;
            finishedAt = now;
            return;
        }
        stage = stage.next();
        if (stage == Stage.LOOK_AGAIN) {
            lookAt = now.plus(lookAgainAfter);
        }
    }

    void count(long seen, long mismatches) {
        found += mismatches;
        switch (stage) {
            case ORDERS -> orders += seen;
            case STOCK -> reservations += seen;
            case INTENTS, REFUNDS, DISPUTES -> stripeObjects += seen;
            case COMPARE -> payments += seen;
            case LEDGER, LOOK_AGAIN, SHELF, EARLIER, TIDY -> {}
        }
    }

    void fail(String why, Instant now) {
        status = RunStatus.FAILED;
        failure = why;
        finishedAt = now;
    }

    UUID id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant to() {
        return to;
    }

    long found() {
        return found;
    }

    RunState state(Duration grace) {
        Instant quiet = startedAt.minus(grace);
        Instant end = to.isBefore(quiet) ? to : quiet;
        return new RunState(id, new Window(from, end), stage, place, lookAt, startedAt, progressedAt);
    }

    RunView view(MismatchCounts mismatches) {
        return new RunView(
                id,
                status,
                failure,
                trigger,
                from,
                to,
                startedAt,
                finishedAt,
                new RunView.Compared(orders, payments, stripeObjects, reservations),
                mismatches);
    }
}
