package dev.quayside.kit.auditlog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What was changed.
 *
 * @param type in lower snake case, such as {@code product}
 * @param id as the admin API names it: an id, or the caller's own key
 */
public record Subject(
        @NotNull @Pattern(regexp = "[a-z][a-z_]{0,49}", message = "must be a type such as product")
        String type,

        @NotNull @Size(min = 1, max = AuditEntry.LONGEST_ID) String id) {

    /** A subject by an id of any type. */
    public static Subject of(String type, Object id) {
        return new Subject(type, String.valueOf(id));
    }
}
