package dev.quayside.catalog.location;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A location as staff write it.
 *
 * @param code its key for good, such as {@code north-2}
 * @param priority orders take from the lowest first; left out it is 100
 * @param active whether units can be there; left out they can
 */
public record LocationRequest(
        @NotNull
        @Size(max = Locations.CODE_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be lower-case words joined by single hyphens")
        String code,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String name,

        @Nullable @Min(0) @Max(1_000_000) Integer priority,
        @Nullable Boolean active) {
    private static final int USUAL_PRIORITY = 100;

    int priorityOrUsual() {
        return Objects.requireNonNullElse(priority, USUAL_PRIORITY);
    }

    boolean isActive() {
        return !Boolean.FALSE.equals(active);
    }
}
