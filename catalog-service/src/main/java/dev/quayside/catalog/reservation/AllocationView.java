package dev.quayside.catalog.reservation;

import dev.quayside.catalog.stock.Allocation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where an order's units are picked, for the staff of the warehouse. */
public record AllocationView(UUID orderId, ReservationStatus status, List<Line> lines) {
    /** A line as it was when the order was placed, and where its units were promised. */
    public record Line(String sku, String title, Map<String, String> options, long quantity, List<Part> locations) {}

    /** Units of a line at a location, by its code. */
    public record Part(String location, long units) {}

    static AllocationView of(ReservationView reservation) {
        return new AllocationView(
                reservation.id(),
                reservation.status(),
                reservation.lines().stream()
                        .map(line -> new Line(
                                line.sku(),
                                line.title(),
                                line.options(),
                                line.quantity(),
                                parts(Objects.requireNonNull(
                                        reservation.allocations().get(line.sku())))))
                        .toList());
    }

    private static List<Part> parts(Allocation allocation) {
        return allocation.units().entrySet().stream()
                .map(at -> new Part(at.getKey(), at.getValue()))
                .toList();
    }
}
