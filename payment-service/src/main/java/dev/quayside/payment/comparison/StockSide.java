package dev.quayside.payment.comparison;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** A reservation as the catalogue has it; its id is the order's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StockSide(UUID id, String status, List<Line> lines, Instant updatedAt) {
    /** Units of a sku, and how many of those that went out are back. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String sku, int quantity, int returned) {}

    Map<String, Integer> quantities() {
        return units(Line::quantity);
    }

    Map<String, Integer> returned() {
        return units(Line::returned);
    }

    /** Whether it has units: held, or taken. */
    boolean hasUnits() {
        return status.equals("held") || status.equals("committed");
    }

    private Map<String, Integer> units(ToIntFunction<Line> of) {
        Map<String, Integer> units = new TreeMap<>();
        lines.stream()
                .filter(line -> of.applyAsInt(line) > 0)
                .forEach(line -> units.merge(line.sku(), of.applyAsInt(line), Integer::sum));
        return units;
    }
}
