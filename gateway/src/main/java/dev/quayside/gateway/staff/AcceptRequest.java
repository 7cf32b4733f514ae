package dev.quayside.gateway.staff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An invitation's token and the password that its holder chooses: longer than a customer's, because more hangs on it. */
record AcceptRequest(
        @NotNull @Size(max = 100) String token,
        @NotNull @Size(min = 12, max = 128) String password) {
    /** Without the token and the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "AcceptRequest[]";
    }
}
