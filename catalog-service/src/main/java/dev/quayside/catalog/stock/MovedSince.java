package dev.quayside.catalog.stock;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a sku at a location since a moment.
 *
 * @param units that came, less those that went
 * @param moved of these, without what counts have corrected: these have been on the move, the others were only not known of
 * @param counted the latest moment that a count tells of, which may be before that moment; null if there is none
 * @param opened whether the sku's stock was begun then, at whichever location
 */
record MovedSince(long units, long moved, @Nullable Instant counted, boolean opened) {
    /** Nothing has. */
    static final MovedSince NOTHING = new MovedSince(0, 0, null, false);

    /** A count of a moment cannot undo what is known of a later one: 409 {@code count_outdated}. */
    void requireNothingLater(String sku, Instant countedAt) {
        if (opened) {
            throw outdated(sku + ": its stock was begun after it was counted");
        }
        if (counted != null && counted.isAfter(countedAt)) {
            throw outdated("%s: it was counted again at %s".formatted(sku, counted));
        }
    }

    private static ProblemException outdated(String detail) {
        return new ProblemException(CatalogProblem.COUNT_OUTDATED, detail);
    }
}
