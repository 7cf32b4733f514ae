package dev.quayside.gateway.profile;

import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Deletes an account, which only whoever knows its password may, or, where there is none, has just signed in. */
record DeletionRequest(
        @Size(max = Passwords.LONGEST) @Nullable String currentPassword) {

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "DeletionRequest[]";
    }
}
