package dev.quayside.gateway.auditlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.auditlog.AuditEntry;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service ships at once. */
record AuditBatch(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid AuditEntry> entries) {

    /** The same, once no entry holds more than is kept; else a 422 with the field. */
    AuditBatch bounded() {
        for (int i = 0; i < entries.size(); i++) {
            requireBounded("entries[" + i + "].before", entries.get(i).before());
            requireBounded("entries[" + i + "].after", entries.get(i).after());
        }
        return this;
    }

    private static void requireBounded(String field, @Nullable ObjectNode side) {
        if (side != null && side.toString().getBytes(StandardCharsets.UTF_8).length > AuditEntry.MOST_BYTES) {
            throw ProblemException.invalidField(
                    field, "too_large", "must be at most " + AuditEntry.MOST_BYTES + " bytes of JSON");
        }
    }
}
