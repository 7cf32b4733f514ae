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
 * Units as they were counted.
 *
 * @param onHand units that are to be on hand at the location
 * @param expected units that are thought to be on hand there; others are a 409
 * @param reason why, for people
 * @param location the code of where; left out it is main
 */
public record CountRequest(
        @NotNull @Min(0) @Max(StockLedger.MOST) Long onHand,

        @Nullable @Min(-StockLedger.MOST) @Max(StockLedger.MOST)
        Long expected,

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
