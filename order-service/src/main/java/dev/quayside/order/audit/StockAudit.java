package dev.quayside.order.audit;

import dev.quayside.order.catalog.AuditedReservation;
import dev.quayside.order.catalog.Catalog;
import dev.quayside.order.order.AuditedOrder;
import dev.quayside.order.order.OrderLedger;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.upstream.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** I2: what each order has done to the stock is what its state says, and nobody else has done anything. */
@ApplicationScoped
class StockAudit {
    private static final Set<String> WITHOUT_EFFECT = Set.of("released", "returned");

    private final OrderLedger orders;
    private final Catalog catalog;

    StockAudit(OrderLedger orders, Catalog catalog) {
        this.orders = orders;
        this.catalog = catalog;
    }

    Finding check() {
        Tally tally = new Tally("I2");
        new MergeJoin<>(
                        new Pages<>(orders::page, AuditedOrder::id),
                        AuditedOrder::id,
                        new Pages<>(catalog::reservations, AuditedReservation::id),
                        AuditedReservation::id)
                .visit((id, order, reservation) -> {
                    tally.checked();
                    judge(tally, id, order, reservation);
                });
        return tally.finding();
    }

    static void judge(Tally tally, UUID id, @Nullable AuditedOrder order, @Nullable AuditedReservation reservation) {
        if (order == null) {
            if (reservation != null && !WITHOUT_EFFECT.contains(reservation.status())) {
                tally.violated(id, "stock is " + reservation.status() + " for an order that does not exist");
            }
            return;
        }
        String stock = reservation == null ? "none" : reservation.status();
        if (!agreeing(order.status()).contains(stock)) {
            tally.violated(id, "order is " + order.status().code() + ", its stock is " + stock);
        } else if (reservation != null && has(stock) && !quantities(reservation).equals(order.quantities())) {
            tally.violated(id, "order and reservation have other quantities");
        } else if (reservation != null && !back(reservation).equals(expectedBack(stock, order))) {
            tally.violated(
                    id,
                    "its stock is " + stock + ", back are " + back(reservation) + ", refunds brought back "
                            + order.restocked());
        }
    }

    /** Of stock that went out, what refunds brought back; all of it once the order is cancelled. */
    private static Map<String, Integer> expectedBack(String stock, AuditedOrder order) {
        return switch (stock) {
            case "committed" -> order.restocked();
            case "returned" -> order.quantities();
            default -> Map.of();
        };
    }

    private static Map<String, Integer> back(AuditedReservation reservation) {
        Map<String, Integer> back = new TreeMap<>();
        reservation.lines().stream()
                .filter(line -> line.returned() > 0)
                .forEach(line -> back.merge(line.sku(), line.returned(), Integer::sum));
        return back;
    }

    private static boolean has(String stock) {
        return stock.equals("held") || stock.equals("committed");
    }

    private static Set<String> agreeing(OrderStatus status) {
        return switch (status) {
            case PLACING -> Set.of("none", "held");
            case AWAITING_PAYMENT -> Set.of("held");
            case CONFIRMED, COMPLETED -> Set.of("committed");
            case CANCELLING -> Set.of("none", "held", "committed", "released", "returned");
            case ABANDONED -> Set.of("none", "released");
            case CANCELLED -> Set.of("none", "released", "returned");
        };
    }

    private static Map<String, Integer> quantities(AuditedReservation reservation) {
        Map<String, Integer> quantities = new TreeMap<>();
        for (AuditedReservation.Line line : reservation.lines()) {
            quantities.merge(line.sku(), line.quantity(), Integer::sum);
        }
        return quantities;
    }
}
