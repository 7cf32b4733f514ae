package dev.quayside.gateway.staff;

import dev.quayside.gateway.customer.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a member of staff signs in with. */
record StaffLoginRequest(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password,

        @Pattern(regexp = "body|cookie", message = "must be body or cookie") @Nullable
        String refresh) {

    StaffLoginRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "StaffLoginRequest[email]";
    }
}
