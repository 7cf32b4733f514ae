package dev.quayside.catalog.stock;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sku's ledger.
 *
 * @param kind opened, adjusted, counted, committed, returned or transferred
 * @param location its code
 * @param delta units, negative when they went
 * @param reservationId the order's reservation that moved them, if one did
 * @param transferId the transfer that moved them, if it was one
 * @param countedAt the moment that a count tells of, if it is an earlier one
 */
public record MovementView(
        UUID id,
        String kind,
        String location,
        long delta,
        String reason,
        @Nullable UUID reservationId,
        @Nullable UUID transferId,
        @Nullable Instant countedAt,
        Instant createdAt) {

    static MovementView of(Tuple row) {
        return new MovementView(
                row.get("row_id", UUID.class),
                row.get("kind", String.class),
                row.get("location", String.class),
                ((Number) row.get("delta")).longValue(),
                row.get("reason", String.class),
                row.get("reservation_id", UUID.class),
                row.get("transfer_id", UUID.class),
                row.get("counted_at", Instant.class),
                row.get("created_at", Instant.class));
    }
}
