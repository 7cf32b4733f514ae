package dev.quayside.gateway.recovery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token of a mailed link. */
record TokenRequest(@NotNull @Size(max = 100) String token) {

    /** Without the token: a request may end up in a log. */
    @Override
    public String toString() {
        return "TokenRequest[]";
    }
}
