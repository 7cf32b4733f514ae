package dev.quayside.catalog.location;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/**
 * A location.
 *
 * @param priority orders take from the lowest first
 * @param version counts the changes; the ETag is made of it
 */
public record LocationView(
        UUID id,
        String code,
        String name,
        int priority,
        boolean active,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static LocationView of(Tuple row) {
        return new LocationView(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("priority", Integer.class),
                row.get("active", Boolean.class),
                ((Number) row.get("version")).longValue(),
                row.get("created_at", Instant.class),
                row.get("updated_at", Instant.class));
    }

    LocationRequest request() {
        return new LocationRequest(code, name, priority, active);
    }

    boolean isMain() {
        return code.equals(Locations.MAIN);
    }
}
