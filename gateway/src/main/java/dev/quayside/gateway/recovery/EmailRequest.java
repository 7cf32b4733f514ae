package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.EmailAddress;
import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new address for an account. */
record EmailRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.FORM, message = "must be an email address")
        String email,

        @Size(max = Passwords.LONGEST) @Nullable String currentPassword) {

    EmailRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "EmailRequest[]";
    }
}
