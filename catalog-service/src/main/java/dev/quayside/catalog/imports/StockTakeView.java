package dev.quayside.catalog.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.sheet.FileFormat;
import dev.quayside.kit.auditlog.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock-take as staff see it.
 *
 * @param format null as long as it is found out from the file, and so the others of the file
 * @param countedAt when lines were counted that do not say it, as it was said
 * @param size of the file, in bytes
 * @param percent of the file that is dealt with
 * @param lines that have a result, of whichever kind
 * @param updated lines that changed what is on hand
 * @param problem why it has failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StockTakeView(
        UUID id,
        ImportStatus status,
        @Nullable FileFormat format,
        @Nullable String encoding,
        @Nullable String delimiter,
        Map<String, String> mapping,
        String onError,
        boolean dryRun,
        @Nullable Instant countedAt,
        long size,
        int percent,
        long lines,
        long updated,
        long unchanged,
        long failed,
        ImportView.@Nullable Problem problem,
        Actor createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    static StockTakeView of(FileImport one) {
        ImportView view = one.view();
        return new StockTakeView(
                view.id(),
                view.status(),
                view.format(),
                view.encoding(),
                view.delimiter(),
                view.mapping(),
                view.onError(),
                view.dryRun(),
                one.settings().countedAt(),
                view.size(),
                view.percent(),
                view.products(),
                view.updated(),
                view.unchanged(),
                view.failed(),
                view.problem(),
                view.createdBy(),
                view.createdAt(),
                view.updatedAt(),
                view.finishedAt());
    }
}
