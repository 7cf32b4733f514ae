package dev.quayside.gateway.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a customer signs in with. Only lengths are checked: more would tell what accounts can look like. */
record LoginRequest(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password,

        @Pattern(regexp = "body|cookie", message = "must be body or cookie") @Nullable
        String refresh) {

    LoginRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "LoginRequest[email]";
    }
}
