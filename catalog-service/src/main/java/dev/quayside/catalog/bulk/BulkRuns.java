package dev.quayside.catalog.bulk;

import dev.quayside.catalog.bulk.BulkWriter.Options;
import dev.quayside.kit.auditlog.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Begins runs. */
@ApplicationScoped
public class BulkRuns {
    private final LineChecks checks;
    private final BulkWriter writer;

    BulkRuns(LineChecks checks, BulkWriter writer) {
        this.checks = checks;
        this.writer = writer;
    }

    /**
     * A run over a file.
     *
     * @param abort whether the first failure ends it: what stands before it is kept, and nothing after it is looked at
     * @param dryRun whether it only finds out what would happen
     * @param by who is answerable; null is the caller of this request
     */
    public BulkRun of(ProductLines lines, boolean abort, boolean dryRun, @Nullable Actor by) {
        return new BulkRun(lines, checks, writer, new Options(abort, dryRun, by));
    }
}
