package dev.quayside.catalog.edit;

import dev.quayside.catalog.edit.EditView.Problem;
import dev.quayside.catalog.product.ProductEdits.Chosen;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.page.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit as its row has it.
 *
 * @param total products that the filter found when it began; null before
 * @param reached the place of the last product that is dealt with
 * @param problem why it has failed
 * @param version counts the times that staff have changed its status
 */
record BulkEdit(
        UUID id,
        EditStatus status,
        EditRequest request,
        Actor actor,
        @Nullable Long total,
        @Nullable Cursor reached,
        Progress progress,
        @Nullable Problem problem,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {
    /** Products by their results. */
    record Progress(long products, long updated, long unchanged, long failed) {}

    /** The products that it is about: those of the time when it was asked for. */
    Chosen chosen() {
        return request.filter().at(createdAt);
    }

    EditView view() {
        return new EditView(
                id,
                status,
                request.filter(),
                request.edit(),
                request.trial(),
                total,
                percent(),
                progress.products(),
                progress.updated(),
                progress.unchanged(),
                progress.failed(),
                problem,
                actor,
                createdAt,
                updatedAt,
                finishedAt);
    }

    private int percent() {
        if (status == EditStatus.COMPLETED) {
            return 100;
        }
        return total == null || total == 0 ? 0 : (int) Math.min(99, progress.products() * 100 / total);
    }
}
