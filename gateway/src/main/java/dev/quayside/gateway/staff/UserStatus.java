package dev.quayside.gateway.staff;

import java.util.Locale;

/** Whether a member of staff can sign in. */
enum UserStatus {
    /** Has not chosen a password yet. */
    INVITED,
    ACTIVE,
    DISABLED;

    /** The status on the wire. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
