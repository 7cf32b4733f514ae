package dev.quayside.gateway.recovery;

import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new password from somebody who knows the old one. */
record PasswordRequest(
        @Size(max = Passwords.LONGEST) @Nullable String currentPassword,

        @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST)
        String newPassword) {

    /** Without both: a request may end up in a log. */
    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
