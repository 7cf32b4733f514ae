package dev.quayside.gateway.identity;

import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code that brings one more way to sign in to an account.
 *
 * @param currentPassword where the account has one
 */
record LinkRequest(
        @NotNull @Size(max = 100) @Pattern(regexp = CodeRequest.FORM, message = CodeRequest.MESSAGE)
        String code,

        @NotNull @Size(min = 43, max = 128) @Pattern(regexp = CodeRequest.FORM, message = CodeRequest.MESSAGE)
        String codeVerifier,

        @Size(max = Passwords.LONGEST) @Nullable String currentPassword) {

    /** Without all of it: a request may end up in a log. */
    @Override
    public String toString() {
        return "LinkRequest[]";
    }
}
