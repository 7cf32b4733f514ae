package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.bulk.FieldChange;
import dev.quayside.kit.problem.Problem.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one product, or would become of it.
 *
 * @param result updated or failed
 * @param code of the failure, as in a problem body
 * @param detail of the failure, in words
 * @param errors the fields at fault
 * @param changes what a trial has found that would change
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EditResult(
        UUID productId,
        String slug,
        String result,
        @Nullable String code,
        @Nullable String detail,
        List<FieldError> errors,
        List<FieldChange> changes) {
    static final String UPDATED = "updated";
    static final String FAILED = "failed";
}
