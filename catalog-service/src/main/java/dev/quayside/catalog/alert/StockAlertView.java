package dev.quayside.catalog.alert;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sku that became low.
 *
 * @param available units that it had then
 * @param threshold from so many down it was low then
 * @param recoveredAt when it had more again
 * @param acknowledgedAt when somebody said that it is taken care of
 */
public record StockAlertView(
        UUID id,
        String sku,
        long available,
        long threshold,
        Instant createdAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant acknowledgedAt) {

    static StockAlertView of(Tuple row) {
        return new StockAlertView(
                row.get("id", UUID.class),
                row.get("sku", String.class),
                ((Number) row.get("available")).longValue(),
                ((Number) row.get("threshold")).longValue(),
                row.get("created_at", Instant.class),
                row.get("recovered_at", Instant.class),
                row.get("acknowledged_at", Instant.class));
    }
}
