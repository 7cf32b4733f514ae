package dev.quayside.order.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/** A reservation as the audit reads it: its id is the order's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditedReservation(UUID id, String status, List<LineRequest> lines) {}
