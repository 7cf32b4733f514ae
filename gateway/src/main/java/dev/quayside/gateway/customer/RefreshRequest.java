package dev.quayside.gateway.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A refresh token, to be used or to be ended. */
record RefreshRequest(@NotNull @Size(max = 100) String refreshToken) {

    /** Without the token: a request may end up in a log. */
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
