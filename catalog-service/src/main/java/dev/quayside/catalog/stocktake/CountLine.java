package dev.quayside.catalog.stocktake;

import dev.quayside.catalog.bulk.FieldChange;
import dev.quayside.catalog.bulk.LineResult;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a stock-take: read, or with what is wrong with it.
 *
 * @param number from 1
 * @param units not checked yet; null when there is a problem
 */
public record CountLine(
        long number,
        @Nullable String sku,
        @Nullable String location,
        @Nullable CountedUnits units,
        @Nullable ProblemException problem) {

    public static CountLine read(long number, CountedUnits units) {
        return new CountLine(number, units.sku(), units.location(), units, null);
    }

    public static CountLine failed(long number, @Nullable String sku, @Nullable String location, ProblemException why) {
        return new CountLine(number, sku, location, null, why);
    }

    CountLine failed(ProblemException why) {
        return failed(number, sku, location, why);
    }

    LineResult refused(ProblemException why) {
        return new LineResult(
                number,
                null,
                sku,
                location,
                LineResult.Result.FAILED,
                why.code().code(),
                why.getMessage(),
                why.errors(),
                0,
                List.of());
    }

    LineResult done(boolean changed, List<FieldChange> changes) {
        LineResult.Result result = changed ? LineResult.Result.UPDATED : LineResult.Result.UNCHANGED;
        return new LineResult(number, null, sku, location, result, null, null, List.of(), 0, changes);
    }
}
