package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line its number, from 1
 * @param slug of its product, if it could be read
 * @param sku of its count, if it was one and could be read
 * @param location of its count, as with the sku
 * @param code of the failure, as in a problem body
 * @param detail of the failure, in words
 * @param errors the fields at fault
 * @param ignored how many things in it were passed over
 * @param changes what a trial run has found that would change
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineResult(
        long line,
        @Nullable String slug,
        @Nullable String sku,
        @Nullable String location,
        Result result,
        @Nullable String code,
        @Nullable String detail,
        List<FieldError> errors,
        @JsonIgnore int ignored,
        @JsonIgnore List<FieldChange> changes) {

    /** The ends that a line can have. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static LineResult done(ProductLine line, Result result, List<FieldChange> changes) {
        return new LineResult(
                line.number(), line.slug(), null, null, result, null, null, List.of(), line.ignored(), changes);
    }

    static LineResult failed(ProductLine line, ProblemException why) {
        return new LineResult(
                line.number(),
                line.slug(),
                null,
                null,
                Result.FAILED,
                why.code().code(),
                why.getMessage(),
                why.errors(),
                0,
                List.of());
    }

    @JsonIgnore
    public boolean isFailure() {
        return result == Result.FAILED;
    }
}
