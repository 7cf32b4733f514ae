package dev.quayside.gateway.staff;

import dev.quayside.gateway.customer.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a member of staff signs in with. */
record StaffLoginRequest(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password) {
    StaffLoginRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "StaffLoginRequest[email]";
    }
}
