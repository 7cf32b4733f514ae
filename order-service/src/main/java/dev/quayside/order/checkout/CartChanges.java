package dev.quayside.order.checkout;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.catalog.Quote;
import dev.quayside.order.pricing.PricedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in which ways a cart costs something else than the shopper was shown: the lines that differ, and once the total. */
final class CartChanges {
    private CartChanges() {}

    /** A 409 {@code cart_changed} for lines at other prices. */
    static ProblemException priced(List<PricedLine> shown, List<PricedLine> now, Money expected, Money total) {
        return problem(prices(shown, now), expected, total);
    }

    /** A 409 {@code cart_changed} for lines that cannot be bought any more. */
    static ProblemException unsellable(
            List<PricedLine> shown, Map<String, Quote.Fault> faults, Money expected, Money total) {
        List<Change> changes = new ArrayList<>();
        for (PricedLine line : shown) {
            Quote.Fault fault = faults.get(line.sku());
            if (fault != null) {
                changes.add(Change.unsellable(line.sku(), fault.code(), line.unitPrice()));
            }
        }
        return problem(changes, expected, total);
    }

    private static List<Change> prices(List<PricedLine> shown, List<PricedLine> now) {
        Map<String, Money> before = shown.stream().collect(Collectors.toMap(PricedLine::sku, PricedLine::unitPrice));
        List<Change> changes = new ArrayList<>();
        for (PricedLine line : now) {
            Money old = before.get(line.sku());
            if (old != null && !old.equals(line.unitPrice())) {
                changes.add(Change.price(line.sku(), old, line.unitPrice()));
            }
        }
        return changes;
    }

    private static ProblemException problem(List<Change> lines, Money expected, Money total) {
        List<Change> changes = new ArrayList<>(lines);
        changes.add(Change.total(expected, total));
        return new ProblemException(
                        OrderProblem.CART_CHANGED,
                        "the total is " + total.amount() + " minor units of " + total.currency() + ", not "
                                + expected.amount() + "; show the changes and check out again")
                .with("changes", changes);
    }
}
