package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.pricing.PricedLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart at one moment.
 *
 * @param orderId the order that has locked or closed it; null while it is open
 * @param version changes with every write: the same version means the same lines
 * @param lines in the order in which they were added, at the prices of then
 * @param pricesAsOf how old the oldest of those prices is
 */
public record CartSnapshot(
        UUID id,
        @Nullable UUID customerId,
        Currency currency,
        CartStatus status,
        @Nullable UUID orderId,
        long version,
        List<PricedLine> lines,
        Instant pricesAsOf) {

    static CartSnapshot of(Cart cart) {
        Currency currency = Currency.of(cart.currency);
        List<PricedLine> lines = cart.lines.entrySet().stream()
                .sorted(Comparator.comparing(line -> line.getValue().position))
                .map(line -> line.getValue().priced(line.getKey(), currency))
                .toList();
        Instant oldest = cart.lines.values().stream()
                .map(line -> line.pricedAt)
                .min(Comparator.naturalOrder())
                .orElse(cart.updatedAt);
        return new CartSnapshot(
                cart.id, cart.customerId, currency, cart.status, cart.orderId, cart.version, lines, oldest);
    }

    /** The lines as the catalogue is asked for them. */
    public List<LineRequest> requests() {
        return lines.stream()
                .map(line -> new LineRequest(line.sku(), line.quantity()))
                .toList();
    }

    Map<String, Integer> quantities() {
        return lines.stream().collect(java.util.stream.Collectors.toMap(PricedLine::sku, PricedLine::quantity));
    }
}
