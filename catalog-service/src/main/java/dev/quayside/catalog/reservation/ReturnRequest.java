package dev.quayside.catalog.reservation;

import dev.quayside.catalog.quote.Line;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Units that come back.
 *
 * @param lines 1 to 100
 */
public record ReturnRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {
    /** Units by sku; a sku that is named twice is a 422. */
    SortedMap<String, Long> quantities() {
        SortedMap<String, Long> quantities = new TreeMap<>();
        for (Line line : lines) {
            if (quantities.put(line.sku(), line.quantity()) != null) {
                throw ProblemException.invalidField("lines", "duplicate", "must not name a sku twice");
            }
        }
        return quantities;
    }
}
