package dev.quayside.catalog.reservation;

import dev.quayside.catalog.reservation.ReservationView.HeldLine;
import dev.quayside.catalog.stock.Allocation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where an order's units are picked, for the staff of the warehouse. */
public record AllocationView(UUID orderId, ReservationStatus status, List<Line> lines) {
    /**
     * A line as it was when the order was placed.
     *
     * @param returned units that are back, and are not picked again
     * @param locations where the others were promised
     */
    public record Line(
            String sku,
            String title,
            Map<String, String> options,
            long quantity,
            long returned,
            List<Part> locations) {}

    /** Units of a line at a location, by its code. */
    public record Part(String location, long units) {}

    /** The view of a reservation and, by sku, its units that are not back. */
    static AllocationView of(ReservationView reservation, Map<String, Long> out) {
        return new AllocationView(
                reservation.id(),
                reservation.status(),
                reservation.lines().stream()
                        .map(line -> line(
                                line,
                                Objects.requireNonNull(reservation.allocations().get(line.sku())),
                                out.getOrDefault(line.sku(), 0L)))
                        .toList());
    }

    private static Line line(HeldLine line, Allocation held, long out) {
        long returned = line.quantity() - out;
        return new Line(
                line.sku(), line.title(), line.options(), line.quantity(), returned, parts(held.part(returned, out)));
    }

    private static List<Part> parts(Allocation allocation) {
        return allocation.units().entrySet().stream()
                .map(at -> new Part(at.getKey(), at.getValue()))
                .toList();
    }
}
