package dev.quayside.catalog.reservation;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** A return of some of an order's units, by sku. */
public record ReturnView(UUID id, UUID orderId, List<ReturnedLine> lines) {
    /** So many units of a sku that came back. */
    public record ReturnedLine(String sku, long quantity) {}

    static ReturnView of(UUID id, UUID orderId, SortedMap<String, Long> quantities) {
        return new ReturnView(
                id,
                orderId,
                quantities.entrySet().stream()
                        .map(line -> new ReturnedLine(line.getKey(), line.getValue()))
                        .toList());
    }
}
