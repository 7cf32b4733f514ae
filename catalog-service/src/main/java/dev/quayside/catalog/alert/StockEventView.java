package dev.quayside.catalog.alert;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/**
 * That a sku has become low, or is no longer.
 *
 * @param id what {@code after} names to hear of those that come behind it
 * @param kind low or recovered
 * @param available units that it had then
 * @param threshold from so many down it was low when the alert was made
 */
public record StockEventView(
        UUID id, String kind, UUID alertId, String sku, long available, long threshold, Instant createdAt) {

    static StockEventView of(Tuple row) {
        return new StockEventView(
                row.get("row_id", UUID.class),
                row.get("kind", String.class),
                row.get("alert_id", UUID.class),
                row.get("sku", String.class),
                ((Number) row.get("available")).longValue(),
                ((Number) row.get("threshold")).longValue(),
                row.get("created_at", Instant.class));
    }
}
