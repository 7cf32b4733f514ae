package dev.quayside.catalog.quote;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * So many units of a sku. A sku that no variant can have is simply unknown.
 *
 * @param quantity units, 1 to a million
 */
public record Line(
        @NotNull @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String sku,

        @NotNull @Min(1) @Max(1_000_000) Long quantity) {}
