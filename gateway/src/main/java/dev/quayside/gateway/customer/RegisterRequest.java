package dev.quayside.gateway.customer;

import dev.quayside.gateway.password.Passwords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an account is opened with. */
record RegisterRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.FORM, message = "must be an email address")
        String email,

        @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST)
        String password,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,

        @Pattern(regexp = "body|cookie", message = "must be body or cookie") @Nullable
        String refresh) {

    RegisterRequest {
        email = EmailAddress.normalise(email);
    }

    /** Without the password: a request may end up in a log. */
    @Override
    public String toString() {
        return "RegisterRequest[email]";
    }
}
