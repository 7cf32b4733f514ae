package dev.quayside.order.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/** A reservation as the audit reads it: its id is the order's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditedReservation(UUID id, String status, List<Line> lines) {
    /** Units of a sku, and how many of them went out and are back. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String sku, int quantity, int returned) {}
}
