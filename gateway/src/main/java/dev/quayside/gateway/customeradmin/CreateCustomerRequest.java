package dev.quayside.gateway.customeradmin;

import dev.quayside.gateway.customer.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whose account is opened.
 *
 * @param emailVerified whether the shop knows that the customer reads at the address; not when left out
 * @param passwordHash what another shop has of the password; without one there is none until its owner resets it
 */
record CreateCustomerRequest(
        @NotNull @Size(max = 254) @Pattern(regexp = EmailAddress.FORM, message = "must be an email address")
        String email,

        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,

        @Nullable Boolean emailVerified,
        @Nullable String passwordHash) {
    CreateCustomerRequest {
        email = EmailAddress.normalise(email);
        // Before validation, to which a name of nothing but spaces of other scripts is not blank.
        name = name == null ? name : name.strip();
    }

    /** Without the hash: a request may end up in a log. */
    @Override
    public String toString() {
        return "CreateCustomerRequest[email]";
    }
}
