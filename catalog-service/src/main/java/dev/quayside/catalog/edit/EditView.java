package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.kit.auditlog.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edit as staff see it.
 *
 * @param total products that the filter found when it began; left out before
 * @param percent of them that are dealt with
 * @param products that have a result, of whichever kind
 * @param problem why it has failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditView(
        UUID id,
        EditStatus status,
        EditFilter filter,
        Edit edit,
        boolean dryRun,
        @Nullable Long total,
        int percent,
        long products,
        long updated,
        long unchanged,
        long failed,
        @Nullable Problem problem,
        Actor createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** Why an edit has failed: a stable code, and words. */
    record Problem(String code, String detail) {}
}
