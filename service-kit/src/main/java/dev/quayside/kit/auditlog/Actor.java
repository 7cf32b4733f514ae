package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id the token's subject: the id of the API key or of the member of staff, or a service's name
 * @param name what people call it, when the token says so
 */
public record Actor(
        @NotNull Kind kind,
        @NotNull @Size(min = 1, max = AuditEntry.LONGEST_ID) String id,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = AuditEntry.LONGEST_ID)
        String name) {

    /** The kinds of those who can change something. */
    public enum Kind {
        /** A script, by its key. */
        API_KEY,
        /** A person, signed in. */
        STAFF,
        /** The shop itself, such as a schedule. */
        SERVICE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A service that did it of its own accord. */
    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name, null);
    }
}
