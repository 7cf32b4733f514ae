package dev.quayside.order.pricing;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What each unit of an order, and its shipping, have of the total: line total − discount + tax. Shares are taken cumulatively, part by
 * part and unit by unit, so that all of them together are exactly the total, in amounts that the currency can be charged in.
 */
public final class RefundShares {
    private record Line(long gross, int quantity) {}

    private final Currency currency;
    private final Map<String, Line> lines = new HashMap<>();
    private final long shipping;

    private RefundShares(List<PricedLine> priced, Totals totals) {
        this.currency = totals.total().currency();
        Divider discount =
                new Divider(totals.discount().amount(), totals.subtotal().amount(), currency.step());
        Divider tax = new Divider(
                totals.tax().amount(), totals.total().minus(totals.tax()).amount(), currency.step());
        for (PricedLine line : priced) {
            long total = line.lineTotal().amount();
            long net = total - discount.next(total);
            lines.put(line.sku(), new Line(net + tax.next(net), line.quantity()));
        }
        long unTaxed = totals.shipping().amount();
        this.shipping = unTaxed + tax.next(unTaxed);
    }

    /** The shares of an order's lines, each sku once, and of its shipping. */
    public static RefundShares of(List<PricedLine> lines, Totals totals) {
        return new RefundShares(lines, totals);
    }

    /** What the first {@code n} units of a sku were charged. */
    public Money units(String sku, int n) {
        Line line = Objects.requireNonNull(lines.get(sku), sku);
        return new Money(Divider.share(line.gross(), n, line.quantity(), currency.step()), currency);
    }

    /** What shipping was charged. */
    public Money shipping() {
        return new Money(shipping, currency);
    }

    /** Deals an amount out to parts of a whole, one after the other; the last of them gets what is left. */
    private static final class Divider {
        private final long amount;
        private final long whole;
        private final long step;
        private long seen;

        Divider(long amount, long whole, long step) {
            this.amount = amount;
            this.whole = whole;
            this.step = step;
        }

        long next(long part) {
            long before = share(amount, seen, whole, step);
            seen += part;
            return share(amount, seen, whole, step) - before;
        }

        /** {@code amount · part / whole}, half up to a multiple of the step; of the whole it is all of the amount. */
        static long share(long amount, long part, long whole, long step) {
            if (part == whole) {
                return whole == 0 ? 0 : amount;
            }
            // At most 10⁸ minor units each: the product fits.
            long twice = Math.multiplyExact(Math.multiplyExact(2, amount / step), part);
            return (twice + whole) / Math.multiplyExact(2, whole) * step;
        }
    }
}
