package dev.quayside.catalog.imports;

import dev.quayside.catalog.sheet.FileSettings;

/**
 * How an import is done.
 *
 * @param file how its file is read
 * @param abort whether the first failure ends it
 * @param dryRun whether it only finds out what would happen
 */
record ImportSettings(FileSettings file, boolean abort, boolean dryRun) {

    ImportSettings withEncoding(String found) {
        return new ImportSettings(file.withEncoding(found), abort, dryRun);
    }
}
