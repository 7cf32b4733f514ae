package dev.quayside.gateway.role;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a role is, but for its name.
 *
 * @param description for people; left out it is empty
 */
record RoleContent(
        @Nullable @Size(max = 500) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String description,

        @NotNull @Size(max = 100) List<@NotNull @Size(max = 60) String> scopes) {
    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "");
    }
}
