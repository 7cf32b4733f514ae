package dev.quayside.order.pricing;

import dev.quayside.kit.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** The amounts of a cart or an order: {@code total = subtotal − discount + shipping + tax}, exactly. */
public record Totals(Money subtotal, Money discount, Money shipping, Money tax, Money total) {

    public Totals {
        if (!subtotal.minus(discount).plus(shipping).plus(tax).equals(total)) {
            throw new IllegalArgumentException("the total is not subtotal − discount + shipping + tax");
        }
    }

    /**
     * Adds up lines.
     *
     * @param lines at least one, all in the shipping price's currency
     * @param taxRate 0.20 for 20 %, on top of everything, rounded once
     */
    public static Totals of(List<PricedLine> lines, Money shipping, BigDecimal taxRate) {
        Money nothing = Money.zero(shipping.currency());
        Money subtotal = lines.stream().map(PricedLine::lineTotal).reduce(nothing, Money::plus);
        Money taxed = subtotal.plus(shipping);
        Money tax = taxed.share(taxRate);
        return new Totals(subtotal, nothing, shipping, tax, taxed.plus(tax));
    }

    /** The totals of nothing: nothing is shipped either. */
    public static Totals zero(Money anyAmount) {
        Money nothing = Money.zero(anyAmount.currency());
        return new Totals(nothing, nothing, nothing, nothing, nothing);
    }
}
