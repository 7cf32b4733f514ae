package dev.quayside.catalog.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.sheet.FileFormat;
import dev.quayside.kit.auditlog.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as staff see it.
 *
 * @param format null as long as it is found out from the file, and so the others of the file
 * @param currency of prices that do not say theirs; null for the shop's
 * @param size of the file, in bytes
 * @param percent of the file that is dealt with
 * @param products that have a result, of whichever kind
 * @param ignored things in the file that were passed over, such as images
 * @param problem why it has failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        ImportStatus status,
        @Nullable FileFormat format,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String currency,
        Map<String, String> mapping,
        String onError,
        boolean dryRun,
        long size,
        int percent,
        long products,
        long created,
        long updated,
        long unchanged,
        long failed,
        long ignored,
        @Nullable Problem problem,
        Actor createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** Why an import has failed: a stable code, and words. */
    record Problem(String code, String detail) {}
}
