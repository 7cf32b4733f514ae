package dev.quayside.gateway.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as admins write it.
 *
 * @param expiresAt RFC 3339; left out it never expires
 * @param allowedAddresses IP addresses or networks in CIDR form; left out or empty it is good from anywhere
 */
record ApiKeyRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String name,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Size(max = 60) String> scopes,
        @Nullable @Size(max = 40) String expiresAt,
        @Nullable @Size(max = 50) List<@NotNull @Size(max = 50) String> allowedAddresses) {
    ApiKeyRequest {
        // Before validation, to which a name of nothing but spaces of other scripts is not blank.
        name = name == null ? name : name.strip();
    }
}
