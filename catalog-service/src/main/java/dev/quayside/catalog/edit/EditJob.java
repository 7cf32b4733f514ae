package dev.quayside.catalog.edit;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.SqlFault;
import dev.quayside.catalog.edit.BulkEdit.Progress;
import dev.quayside.catalog.edit.EditView.Problem;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.product.ProductEdits;
import dev.quayside.catalog.product.ProductEdits.Batch;
import dev.quayside.catalog.product.ProductEdits.Edited;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.DatabaseFaults;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Carries an edit from where it stands to its end, or until it is told to stop. */
@ApplicationScoped
class EditJob {
    /** The batch that was about to be committed must not be: the edit was paused or cancelled, or another instance is ahead. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    /** When an edit may go on. */
    private enum Turn {
        NOW,
        LATER,
        NEVER
    }

    private static final Logger LOG = Logger.getLogger(EditJob.class);
    /** Half a minute of failures in a row, with the pauses between them; others wait behind it. */
    private static final int MOST_ATTEMPTS = 6;

    private final EditRepository edits;
    private final EditResults results;
    private final ProductEdits products;
    private final Clock clock;
    private volatile boolean shuttingDown;

    EditJob(EditRepository edits, EditResults results, ProductEdits products, Clock clock) {
        this.edits = edits;
        this.results = results;
        this.products = products;
        this.clock = clock;
    }

    /** Before the steps are waited for. */
    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        shuttingDown = true;
    }

    /**
     * Goes on with an edit; false if it has to be gone on with later. A failure is thrown until it has come too often in a row; one behind a
     * batch that was committed is not: the same again will be the first.
     */
    boolean run(UUID id) {
        boolean moved = false;
        try {
            Turn turn = Contended.transaction(() -> begin(id));
            while (turn == Turn.NOW && !shuttingDown) {
                if (!Contended.transaction(() -> batch(id))) {
                    return true;
                }
                moved = true;
            }
            return turn == Turn.NEVER;
        } catch (Stopped elsewhere) {
            return true;
        } catch (RuntimeException fault) {
            if (moved || isOtherQuicker(fault)) {
                return false;
            }
            if (passes(fault) || !Contended.transaction(() -> givesUp(id, fault))) {
                throw fault;
            }
            LOG.errorf(fault, "product edit %s has failed", id);
            return true;
        }
    }

    /** Those that write go one after another, the oldest first; a trial may run beside them. */
    private Turn begin(UUID id) {
        BulkEdit edit = edits.lock(id).filter(EditJob::isOwed).orElse(null);
        if (edit == null) {
            return Turn.NEVER;
        }
        if (edit.status() == EditStatus.RUNNING) {
            return Turn.NOW;
        }
        if (!edit.request().trial() && edits.waits(edit)) {
            return Turn.LATER;
        }
        if (edit.total() == null) {
            edits.count(id, products.count(edit.chosen()));
        }
        edits.become(id, EditStatus.RUNNING, now());
        return Turn.NOW;
    }

    private static boolean isOwed(BulkEdit edit) {
        return edit.status() == EditStatus.QUEUED || edit.status() == EditStatus.RUNNING;
    }

    /** Another edit has begun in the same moment, on another instance. */
    private static boolean isOtherQuicker(RuntimeException fault) {
        return SqlFault.behind(fault)
                .filter(one -> one.constraint().equals(EditRepository.ONE_WRITES))
                .isPresent();
    }

    /** A lock that others hold, or a database that is away. */
    private static boolean passes(RuntimeException fault) {
        return DatabaseFaults.isUnavailable(fault)
                || (fault instanceof ProblemException problem && problem.code().status() >= 500);
    }

    private boolean givesUp(UUID id, RuntimeException fault) {
        if (edits.lock(id).filter(EditJob::isOwed).isEmpty()) {
            return false;
        }
        int attempts = edits.failedAgain(id);
        if (fault instanceof ProblemException refused) {
            fail(id, new Problem(refused.code().code(), String.valueOf(refused.getMessage())));
            return true;
        }
        if (attempts < MOST_ATTEMPTS) {
            return false;
        }
        fail(
                id,
                new Problem(
                        CommonProblem.INTERNAL_ERROR.code(),
                        "the next batch has failed " + attempts + " times; the log says why"));
        return true;
    }

    private void fail(UUID id, Problem why) {
        edits.become(id, EditStatus.FAILED, now());
        edits.problem(id, why);
    }

    /** One transaction: products, what is recorded of them, and the place that is reached. False at the end. */
    private boolean batch(UUID id) {
        BulkEdit edit =
                edits.find(id).filter(one -> one.status() == EditStatus.RUNNING).orElseThrow(Stopped::new);
        Batch batch = edit.request().trial()
                ? products.tried(edit.chosen(), edit.reached(), edit.request().edit()::apply)
                : products.write(edit.chosen(), edit.reached(), edit.request().edit()::apply, edit.actor());
        Cursor reached = batch.reached();
        if (reached == null) {
            end(id);
            return false;
        }
        if (!edits.advance(edit, reached, progress(batch.edited()), now())) {
            throw new Stopped();
        }
        results.write(edit, batch.edited());
        return true;
    }

    private void end(UUID id) {
        if (edits.lock(id).filter(one -> one.status() == EditStatus.RUNNING).isPresent()) {
            edits.become(id, EditStatus.COMPLETED, now());
        }
    }

    private static Progress progress(List<Edited> batch) {
        List<Written> written = batch.stream().map(Edited::written).toList();
        long failed = written.stream().filter(one -> one.refused() != null).count();
        long unchanged = written.stream().filter(Written::isUnchanged).count();
        return new Progress(written.size(), written.size() - unchanged - failed, unchanged, failed);
    }

    private Instant now() {
        return clock.instant();
    }
}
