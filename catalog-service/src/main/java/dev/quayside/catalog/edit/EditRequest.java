package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to which products.
 *
 * @param dryRun whether it only finds out what would happen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditRequest(
        @NotNull @Valid EditFilter filter,
        @NotNull @Valid Edit edit,
        @Nullable Boolean dryRun) {
    boolean trial() {
        return Boolean.TRUE.equals(dryRun);
    }
}
