package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Whose password was forgotten. */
record ForgotRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.FORM, message = "must be an email address")
        String email) {

    ForgotRequest {
        email = EmailAddress.normalise(email);
    }

    @Override
    public String toString() {
        return "ForgotRequest[]";
    }
}
