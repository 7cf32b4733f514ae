package dev.quayside.catalog.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/** A reservation with its lines: {@code [{"sku", "quantity", "returned"}]}, {@code returned} units being back so far. */
public record AuditedReservation(
        UUID id, String status, @JsonRawValue String lines, Instant updatedAt) {}
