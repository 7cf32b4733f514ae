package dev.quayside.catalog.edit;

import dev.quayside.catalog.Contended;
import dev.quayside.catalog.edit.BulkEdit.Progress;
import dev.quayside.catalog.product.ProductBatches.Written;
import dev.quayside.catalog.product.ProductEdits;
import dev.quayside.catalog.product.ProductEdits.Batch;
import dev.quayside.catalog.product.ProductEdits.Edited;
import dev.quayside.kit.page.Cursor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Carries an edit from where it stands to its end, or until it is told to stop. */
@ApplicationScoped
class EditJob {
    /** The batch that was about to be committed must not be: the edit was paused or cancelled, or another instance is ahead. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

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

    /** Goes on with an edit; false if it has to be gone on with later. */
    boolean run(UUID id) {
        if (!Contended.transaction(() -> begin(id))) {
            return true;
        }
        try {
            while (!shuttingDown) {
                if (!Contended.transaction(() -> batch(id))) {
                    return true;
                }
            }
            return false;
        } catch (Stopped elsewhere) {
            return true;
        }
    }

    private boolean begin(UUID id) {
        Optional<BulkEdit> found = edits.lock(id);
        if (found.isEmpty() || found.get().status() != EditStatus.QUEUED) {
            return found.filter(one -> one.status() == EditStatus.RUNNING).isPresent();
        }
        if (found.get().total() == null) {
            edits.count(id, products.count(found.get().chosen()));
        }
        edits.become(id, EditStatus.RUNNING, now());
        return true;
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
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
