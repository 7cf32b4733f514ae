package dev.quayside.gateway.auditlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.quayside.kit.auditlog.Actor;
import dev.quayside.kit.auditlog.Subject;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as staff see it.
 *
 * @param service where it was done
 * @param before what changed, as it was; null for something new
 * @param after as it is since; null for something deleted
 * @param omitted names of fields that changed and were too large to keep; left out when there are none
 */
public record AuditEntryView(
        UUID id,
        Instant createdAt,
        Actor actor,
        String action,
        Subject subject,
        String service,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> omitted,
        @Nullable String requestId,
        @Nullable String address) {
    /** What {@link #of} reads. */
    static final String COLUMNS = """
            id, created_at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, service,
            before::text as before, after::text as after, omitted, request_id, address""";

    static AuditEntryView of(Tuple row) {
        return new AuditEntryView(
                row.get("id", UUID.class),
                row.get("created_at", Instant.class),
                new Actor(
                        Actor.Kind.valueOf(row.get("actor_kind", String.class)),
                        row.get("actor_id", String.class),
                        row.get("actor_name", String.class)),
                row.get("action", String.class),
                new Subject(row.get("subject_type", String.class), row.get("subject_id", String.class)),
                row.get("service", String.class),
                row.get("before", String.class),
                row.get("after", String.class),
                List.of(row.get("omitted", String[].class)),
                row.get("request_id", String.class),
                row.get("address", String.class));
    }
}
