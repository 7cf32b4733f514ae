package dev.quayside.gateway.customer;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A refresh token, to be used or to be ended; none where the cookie has it. */
record RefreshRequest(@Size(max = 100) @Nullable String refreshToken) {

    /** Without the token: a request may end up in a log. */
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
