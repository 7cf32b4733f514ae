package dev.quayside.catalog.transfer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/**
 * A transfer that was made.
 *
 * @param lines {@code [{"sku", "quantity"}]}, by sku
 */
public record TransferView(
        UUID id,
        String from,
        String to,
        String reason,
        @JsonRawValue String lines,
        Instant createdAt) {

    static TransferView of(Tuple row) {
        return new TransferView(
                row.get("id", UUID.class),
                row.get("from_location", String.class),
                row.get("to_location", String.class),
                row.get("reason", String.class),
                row.get("lines", String.class),
                row.get("created_at", Instant.class));
    }
}
