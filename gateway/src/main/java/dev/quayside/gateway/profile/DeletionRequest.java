package dev.quayside.gateway.profile;

import dev.quayside.gateway.customer.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Deletes an account, which only whoever knows its password may. */
record DeletionRequest(
        @NotNull @Size(max = Passwords.LONGEST) String currentPassword) {

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "DeletionRequest[]";
    }
}
