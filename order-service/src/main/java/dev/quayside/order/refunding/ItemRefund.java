package dev.quayside.order.refunding;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.RefundShares;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundedUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Prices a refund by items: an amount is what its sku is refunded for after it, less what it was refunded for before, so that whatever
 * the units are refunded in, and whichever refunds fail, all of them sum to what they were charged.
 */
final class ItemRefund {
    private final Map<String, PricedLine> lines = new HashMap<>();
    private final RefundShares shares;
    private final List<BookedRefund> before;
    private final List<FieldError> errors = new ArrayList<>();

    ItemRefund(OrderState order, List<BookedRefund> before) {
        order.lines().forEach(line -> lines.put(line.sku(), line));
        this.shares = RefundShares.of(order.lines(), order.totals());
        this.before = before;
    }

    /** The units at their amounts; a sku, a quantity or a return that cannot be is a 422. */
    List<RefundedUnits> units(List<RefundItem> items, boolean restock) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            RefundItem item = items.get(i);
            if (!seen.add(item.sku())) {
                fault(i, "sku", "duplicate", "is named twice");
            } else {
                check(i, item, restock);
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    errors.get(0).field() + " " + errors.get(0).message(),
                    errors);
        }
        return items.stream().map(this::priced).toList();
    }

    /** What shipping was charged, when it is asked for; a second time is a 422. */
    @Nullable
    Long shipping(boolean wanted) {
        if (!wanted) {
            return null;
        }
        if (before.stream().anyMatch(refund -> refund.counts() && refund.includeShipping())) {
            throw ProblemException.invalidField(
                    "includeShipping", "already_refunded", "was true before: shipping is refunded once");
        }
        return shares.shipping().amount();
    }

    private void check(int index, RefundItem item, boolean restock) {
        PricedLine line = lines.get(item.sku());
        if (line == null) {
            fault(index, "sku", "unknown_sku", "is not in the order");
            return;
        }
        long left = line.quantity() - sum(item.sku(), BookedRefund::counts, RefundedUnits::quantity);
        long out = line.quantity() - sum(item.sku(), BookedRefund::bringsBack, RefundedUnits::quantity);
        if (item.quantity() > left) {
            fault(index, "quantity", "units_exceeded", "must be at most " + left + ", the units that are not refunded");
        } else if (restock && item.quantity() > out) {
            fault(index, "quantity", "already_restocked", "must be at most " + out + ", the units that are not back");
        }
    }

    private RefundedUnits priced(RefundItem item) {
        String sku = item.sku();
        int quantity = item.quantity();
        int refunded = (int) sum(sku, BookedRefund::counts, RefundedUnits::quantity);
        long paidBack = sum(sku, BookedRefund::counts, RefundedUnits::amount);
        long due = shares.units(sku, refunded + quantity).amount();
        return new RefundedUnits(sku, quantity, Math.max(0, due - paidBack));
    }

    private long sum(String sku, Predicate<BookedRefund> which, ToLongFunction<RefundedUnits> what) {
        return before.stream()
                .filter(which)
                .flatMap(refund -> refund.units().stream())
                .filter(units -> units.sku().equals(sku))
                .mapToLong(what)
                .sum();
    }

    private void fault(int index, String field, String code, String message) {
        errors.add(new FieldError("items[" + index + "]." + field, code, message));
    }
}
