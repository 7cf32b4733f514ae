package dev.quayside.catalog.stock;

import dev.quayside.catalog.Formats;
import dev.quayside.catalog.location.Locations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units that came or went.
 *
 * @param delta units, at most a million either way, not zero
 * @param reason why, for people
 * @param location the code of where; left out it is main
 */
public record AdjustRequest(
        @NotNull @Min(-1_000_000) @Max(1_000_000) Long delta,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String reason,

        @Nullable
        @Size(max = Locations.CODE_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be the code of a location")
        String location) {
    String place() {
        return Objects.requireNonNullElse(location, Locations.MAIN);
    }
}
