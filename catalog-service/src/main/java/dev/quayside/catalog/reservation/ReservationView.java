package dev.quayside.catalog.reservation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.quayside.catalog.stock.Allocation;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reservation with the snapshot of its first hold.
 *
 * @param id the order's
 * @param currency null for a tombstone, which has no lines either
 * @param allocations where the units of each sku were promised; the catalog's own concern
 */
public record ReservationView(
        UUID id,
        ReservationStatus status,
        @Nullable Currency currency,
        List<HeldLine> lines,
        @JsonIgnore Map<String, Allocation> allocations) {
    /** One line as it was when it was held: later changes of the product do not show. */
    public record HeldLine(
            String sku,
            UUID productId,
            UUID variantId,
            String title,
            Map<String, String> options,
            long quantity,
            Money unitPrice) {}

    ReservationView in(ReservationStatus now) {
        return new ReservationView(id, now, currency, lines, allocations);
    }

    /** Whether it was made for the same: the order of the lines does not count. */
    boolean isFor(Currency asked, Map<String, Long> quantities) {
        return currency != null && currency.equals(asked) && quantities().equals(quantities);
    }

    /** Where units were that come back next, of those that are out; each unit comes back to its location once. */
    Map<String, Allocation> goingBack(Map<String, Long> wanted, Map<String, Long> out) {
        Map<String, Allocation> back = new TreeMap<>();
        wanted.forEach((sku, units) -> {
            Allocation held = Objects.requireNonNull(allocations.get(sku));
            back.put(sku, held.part(held.total() - out.getOrDefault(sku, 0L), units));
        });
        return back;
    }

    /** Units by sku. */
    Map<String, Long> quantities() {
        return lines.stream().collect(Collectors.toMap(HeldLine::sku, HeldLine::quantity));
    }
}
