package dev.quayside.gateway.token;

import java.util.UUID;

/** Who stands behind a staff token: a person or a script, with the name that a log can show. */
public record StaffCaller(Kind kind, UUID id, String name) {
    /** What kind of caller; the token's claim {@code actor} is its name in lower case. */
    public enum Kind {
        API_KEY,
        STAFF
    }
}
