package dev.quayside.gateway.staff;

import dev.quayside.gateway.customer.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Who is invited, and with which roles. */
record CreateUserRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.FORM, message = "must be an email address")
        String email,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,

        @NotNull @Size(max = 20) List<@NotNull @Size(max = 60) String> roles) {
    CreateUserRequest {
        email = EmailAddress.normalise(email);
        // Before validation, to which a name of nothing but spaces of other scripts is not blank.
        name = name == null ? name : name.strip();
    }
}
