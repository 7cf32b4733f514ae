package dev.quayside.gateway.staff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What admins can change of a user. */
record UserContent(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,

        @NotNull @Size(max = 20) List<@NotNull @Size(max = 60) String> roles) {
    UserContent {
        // Before validation, to which a name of nothing but spaces of other scripts is not blank.
        name = name == null ? name : name.strip();
    }
}
