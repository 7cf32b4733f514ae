package dev.quayside.catalog.reservation;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reservation with the snapshot of its first hold.
 *
 * @param id the order's
 * @param currency null for a tombstone, which has no lines either
 */
public record ReservationView(
        UUID id, ReservationStatus status, @Nullable Currency currency, List<HeldLine> lines) {
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
        return new ReservationView(id, now, currency, lines);
    }

    /** Whether it was made for the same: the order of the lines does not count. */
    boolean isFor(Currency asked, Map<String, Long> quantities) {
        return currency != null && currency.equals(asked) && quantities().equals(quantities);
    }

    /** Units by sku. */
    Map<String, Long> quantities() {
        return lines.stream().collect(Collectors.toMap(HeldLine::sku, HeldLine::quantity));
    }
}
