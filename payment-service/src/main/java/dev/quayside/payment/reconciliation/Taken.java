package dev.quayside.payment.reconciliation;

import dev.quayside.payment.comparison.Finding;
import dev.quayside.payment.comparison.Sides;
import dev.quayside.payment.staging.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a stage came to; it is committed together with the next place.
 *
 * @param rows what is to be put down
 * @param counted how many of the stage's things were seen
 * @param found what is to be reported
 * @param next behind which the stage goes on; null at its end
 */
record Taken(
        List<Row> rows,
        long counted,
        List<Found> found,
        @Nullable String next) {
    /** Something to be reported; of stock alone there are no sides. */
    record Found(Finding finding, @Nullable Sides sides) {}

    static Taken rows(List<Row> rows, long counted, @Nullable Object next) {
        return new Taken(rows, counted, List.of(), next == null ? null : next.toString());
    }

    static Taken found(List<Found> found, @Nullable Object next) {
        return new Taken(List.of(), 0, found, next == null ? null : next.toString());
    }
}
