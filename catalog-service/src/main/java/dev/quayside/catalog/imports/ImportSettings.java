package dev.quayside.catalog.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.sheet.FileSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an import is done.
 *
 * @param file how its file is read
 * @param abort whether the first failure ends it
 * @param dryRun whether it only finds out what would happen
 * @param countedAt when a stock-take's lines were counted that do not say it; null for when they are written
 */
record ImportSettings(
        FileSettings file,
        boolean abort,
        boolean dryRun,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant countedAt) {

    ImportSettings withEncoding(String found) {
        return new ImportSettings(file.withEncoding(found), abort, dryRun, countedAt);
    }
}
