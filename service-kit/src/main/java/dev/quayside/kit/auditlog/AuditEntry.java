package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, as it travels from the service that made it to the gateway that keeps it.
 *
 * @param id a UUIDv7, made with the change: an entry that comes twice is one
 * @param createdAt when it was made
 * @param action what was done, such as {@code product.updated}
 * @param before of what the change touched, how it was; null for something new
 * @param after how it is; null for something deleted
 * @param omitted names of fields that changed and were too large to keep
 * @param requestId of the request that asked for it
 * @param address of the client, as the gateway saw it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        @NotNull UUID id,
        @NotNull Instant createdAt,
        @NotNull @Valid Actor actor,

        @NotNull
        @Size(max = 100)
        @Pattern(regexp = AuditEntry.ACTION, message = "must be an action such as product.updated")
        String action,

        @NotNull @Valid Subject subject,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode before,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode after,

        @Nullable @Size(max = 100) List<@NotNull @Size(max = LONGEST_ID) String> omitted,

        @Nullable @Size(max = 64) String requestId,

        @Nullable @Size(max = 45) String address) {
    /** Of what was before, and of what is after, as JSON in UTF-8. */
    public static final int MOST_BYTES = 16 * 1024;

    /** Of a subject or an actor, in characters. */
    static final int LONGEST_ID = 200;

    static final String ACTION = "[a-z][a-z_]*\\.[a-z][a-z_]*";
}
