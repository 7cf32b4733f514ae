package dev.quayside.catalog.stocktake;

import dev.quayside.catalog.Formats;
import dev.quayside.catalog.location.Locations;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a stock-take.
 *
 * @param location the code of where it was counted; left out it is main
 * @param counted units
 * @param expected units that are thought to be on hand there, when it was counted; others refuse the line
 * @param countedAt when it was counted; left out it is now, or what was said of the whole file
 */
public record CountedUnits(
        @NotNull
        @Pattern(regexp = Formats.SKU, message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
        String sku,

        @Nullable
        @Size(max = Locations.CODE_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be the code of a location")
        String location,

        @NotNull @Min(0) @Max(1_000_000_000) Long counted,
        @Nullable @Min(-1_000_000_000) @Max(1_000_000_000) Long expected,
        @Nullable Instant countedAt) {
    String place() {
        return Objects.requireNonNullElse(location, Locations.MAIN);
    }
}
