package dev.quayside.payment.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order beside its reservation: it takes its stock when it is confirmed, holds it before, and has none once it is over. */
final class StockRules {
    private StockRules() {}

    static List<Finding> of(Sides sides) {
        Finding finding = find(sides);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Sides sides) {
        OrderSide order = sides.order();
        StockSide stock = sides.stock();
        if (order == null) {
            return stock != null && stock.hasUnits() ? withoutOrder(sides, stock) : null;
        }
        String held = stock == null ? "none" : stock.status();
        String both = "the order is " + order.status() + ", its stock is " + held;
        Finding state = switch (order.status()) {
            case "awaiting_payment" -> awaiting(sides, held, both);
            case "confirmed", "completed" -> live(sides, held, both);
            case "cancelled", "abandoned" -> over(sides, held, both);
            // On its way from one to the other.
            default -> null;
        };
        return state != null || stock == null || order.status().equals("cancelling")
                ? state
                : units(sides, order, stock);
    }

    private static @Nullable Finding awaiting(Sides sides, String held, String both) {
        return switch (held) {
            case "held" -> null;
            case "none", "released" -> finding(sides, Code.RESERVATION_MISSING, both, null);
            default -> finding(sides, Code.STOCK_DIFFERS, both, null);
        };
    }

    private static @Nullable Finding live(Sides sides, String held, String both) {
        return switch (held) {
            case "committed" -> null;
            case "held" -> finding(sides, Code.STOCK_NOT_COMMITTED, both, RepairAction.REPEAT_STOCK_STEP);
            case "none", "released" -> finding(sides, Code.RESERVATION_MISSING, both, null);
            default -> finding(sides, Code.STOCK_DIFFERS, both, null);
        };
    }

    private static @Nullable Finding over(Sides sides, String held, String both) {
        return switch (held) {
            case "held" -> finding(sides, Code.STOCK_NOT_RELEASED, both, RepairAction.REPEAT_STOCK_STEP);
            case "committed" -> finding(sides, Code.STOCK_NOT_RETURNED, both, RepairAction.REPEAT_STOCK_STEP);
            default -> null;
        };
    }

    /** Of what goes out, or is held to, the units are the order's; of what went out, those are back that refunds brought back. */
    private static @Nullable Finding units(Sides sides, OrderSide order, StockSide stock) {
        if (stock.hasUnits() && !stock.quantities().equals(order.quantities())) {
            return finding(
                    sides,
                    Code.STOCK_DIFFERS,
                    "the order has " + order.quantities() + ", its reservation " + stock.quantities(),
                    null);
        }
        Map<String, Integer> back = stock.returned();
        if (!stock.status().equals("committed") || back.equals(order.restocked())) {
            return null;
        }
        String both = "refunds bring back " + order.restocked() + ", back are " + back;
        boolean owed = back.entrySet().stream()
                .allMatch(sku -> sku.getValue() <= order.restocked().getOrDefault(sku.getKey(), 0));
        return owed
                ? finding(sides, Code.STOCK_NOT_RETURNED, both, RepairAction.REPEAT_STOCK_STEP)
                : finding(sides, Code.STOCK_DIFFERS, both, null);
    }

    private static Finding withoutOrder(Sides sides, StockSide stock) {
        return finding(
                sides,
                Code.RESERVATION_WITHOUT_ORDER,
                "stock is " + stock.status() + " for an order that does not exist",
                stock.status().equals("held") ? RepairAction.RELEASE_RESERVATION : null);
    }

    private static Finding finding(Sides sides, Code code, String summary, @Nullable RepairAction repair) {
        return new Finding(code, sides.orderId(), sides.orderId().toString(), summary, repair);
    }
}
