package dev.quayside.gateway.role;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new role.
 *
 * @param name its key for good, such as {@code night-shift}
 */
record CreateRoleRequest(
        @NotNull
        @Size(max = 60)
        @Pattern(regexp = CreateRoleRequest.NAME, message = "must be lower-case words joined by single hyphens")
        String name,

        @Nullable @Size(max = 500) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String description,

        @NotNull @Size(max = 100) List<@NotNull @Size(max = 60) String> scopes) {
    static final String NAME = "[a-z0-9]+(?:-[a-z0-9]+)*";

    RoleContent content() {
        return new RoleContent(description, scopes);
    }
}
