package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last line of an answer.
 *
 * @param lines that have a result
 * @param complete whether the whole input was dealt with; if not, {@code code} and {@code detail} say why, and what comes after the last
 *     line with a result was not looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(
        long lines,
        long created,
        long updated,
        long unchanged,
        long failed,
        boolean complete,
        @Nullable String code,
        @Nullable String detail) {
    static final Summary NONE = new Summary(0, 0, 0, 0, 0, true, null, null);

    /** A summary is told from a result by its one field. */
    record Line(Summary summary) {}

    Summary plus(List<LineResult> results) {
        return new Summary(
                lines + results.size(),
                created + count(results, LineResult.Result.CREATED),
                updated + count(results, LineResult.Result.UPDATED),
                unchanged + count(results, LineResult.Result.UNCHANGED),
                failed + count(results, LineResult.Result.FAILED),
                complete,
                code,
                detail);
    }

    Summary brokenOff(String why, @Nullable String words) {
        return new Summary(lines, created, updated, unchanged, failed, false, why, words);
    }

    private static long count(List<LineResult> results, LineResult.Result result) {
        return results.stream().filter(line -> line.result() == result).count();
    }
}
