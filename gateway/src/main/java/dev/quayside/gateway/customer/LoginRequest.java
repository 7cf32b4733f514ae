package dev.quayside.gateway.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a customer signs in with. Only lengths are checked: more would tell what accounts can look like. */
record LoginRequest(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password) {

    LoginRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "LoginRequest[email]";
    }
}
