package dev.quayside.gateway.recovery;

import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password in place of a forgotten one. */
record ResetRequest(
        @NotNull @Size(max = 100) String token,

        @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST)
        String password) {

    /** Without both: a request may end up in a log. */
    @Override
    public String toString() {
        return "ResetRequest[]";
    }
}
