package dev.quayside.catalog.stock;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Units that came or went.
 *
 * @param delta units, at most a million either way, not zero
 * @param reason why, for people
 */
public record AdjustRequest(
        @NotNull @Min(-1_000_000) @Max(1_000_000) Long delta,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String reason) {}
