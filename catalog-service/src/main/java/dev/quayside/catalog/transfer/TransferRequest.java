package dev.quayside.catalog.transfer;

import dev.quayside.catalog.Formats;
import dev.quayside.catalog.location.Locations;
import dev.quayside.catalog.quote.Line;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Units that are to go elsewhere.
 *
 * @param from the code of the location where they are
 * @param to the code of the location where they go
 * @param reason why, for people
 * @param lines 1 to 100
 */
public record TransferRequest(
        @NotNull
        @Size(max = Locations.CODE_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be the code of a location")
        String from,

        @NotNull
        @Size(max = Locations.CODE_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be the code of a location")
        String to,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String reason,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {
    /** Units by sku; a sku that is named twice, or a transfer to where it comes from, is a 422. */
    SortedMap<String, Long> units() {
        if (from.equals(to)) {
            throw ProblemException.invalidField("to", "same_location", "must be another location than from");
        }
        SortedMap<String, Long> units = new TreeMap<>();
        for (Line line : lines) {
            if (units.put(line.sku(), line.quantity()) != null) {
                throw ProblemException.invalidField("lines", "duplicate", "must not name a sku twice");
            }
        }
        return units;
    }
}
