package dev.quayside.payment.comparison;

import java.util.ArrayList;
import java.util.List;

/** Compares what the sides of one order say. */
public final class Comparison {
    private Comparison() {}

    /** All that does not agree; empty for an order in order. */
    public static List<Finding> of(Sides sides) {
        List<Finding> found = new ArrayList<>(StripeRules.of(sides));
        if (!sides.whole()) {
            return found;
        }
        if (found.isEmpty()) {
            // While our payment disagrees with Stripe, it says nothing against the order.
            found.addAll(OrderRules.of(sides));
        }
        found.addAll(StockRules.of(sides));
        return found;
    }
}
