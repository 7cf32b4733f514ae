package dev.quayside.catalog.imports;

import dev.quayside.kit.auditlog.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its row has it; of products, unless its kind says otherwise.
 *
 * @param kind what the lines of its file are
 * @param progress up to where it is dealt with
 * @param version counts the times that staff have changed its status
 */
record FileImport(
        UUID id,
        ImportKind kind,
        ImportStatus status,
        ImportSettings settings,
        Actor actor,
        long size,
        Progress progress,
        ImportView.@Nullable Problem problem,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** Products, or counts, by their results, the line of the last of them, and the bytes that were read for them. */
    record Progress(
            long products,
            long lastLine,
            long bytesRead,
            long created,
            long updated,
            long unchanged,
            long failed,
            long ignored) {}

    ImportView view() {
        return new ImportView(
                id,
                status,
                settings.file().format(),
                settings.file().encoding(),
                settings.file().delimiter(),
                settings.file().currency() == null
                        ? null
                        : settings.file().currency().code(),
                settings.file().mapping(),
                settings.abort() ? "abort" : "skip",
                settings.dryRun(),
                size,
                percent(),
                progress.products(),
                progress.created(),
                progress.updated(),
                progress.unchanged(),
                progress.failed(),
                progress.ignored(),
                problem,
                actor,
                createdAt,
                updatedAt,
                finishedAt);
    }

    private int percent() {
        if (status == ImportStatus.COMPLETED) {
            return 100;
        }
        return size == 0 ? 0 : (int) Math.min(99, progress.bytesRead() * 100 / size);
    }
}
