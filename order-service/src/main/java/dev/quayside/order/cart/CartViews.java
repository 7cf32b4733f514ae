package dev.quayside.order.cart;

import dev.quayside.kit.money.Money;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.catalog.Quote;
import dev.quayside.order.pricing.PriceRules;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices a cart for showing. */
@ApplicationScoped
class CartViews {
    private final PriceRules rules;

    CartViews(PriceRules rules) {
        this.rules = rules;
    }

    /** The cart at a fresh quote's prices; without one, at those that its lines were written with. */
    CartView of(CartSnapshot cart, Optional<Quote> quote, Instant now) {
        List<CartItemView> items = new ArrayList<>();
        List<PricedLine> buyable = new ArrayList<>();
        for (PricedLine stored : cart.lines()) {
            PricedLine line = quote.flatMap(fresh -> fresh.line(stored.sku()))
                    .filter(fresh -> fresh.quantity() == stored.quantity())
                    .orElse(stored);
            String problem = quote.map(fresh -> problem(fresh, stored.sku())).orElse(null);
            items.add(CartItemView.of(line, problem));
            if (quote.flatMap(fresh -> fresh.fault(stored.sku())).isEmpty()) {
                buyable.add(line);
            }
        }
        return new CartView(
                cart.id(),
                cart.currency(),
                cart.status(),
                cart.orderId(),
                List.copyOf(items),
                PriceRules.STANDARD,
                rules.taxRate(),
                totals(cart, buyable),
                quote.isPresent() || cart.lines().isEmpty() ? now : cart.pricesAsOf());
    }

    private Totals totals(CartSnapshot cart, List<PricedLine> buyable) {
        // A currency that the shop has stopped selling in has no shipping price; such a cart can be looked at, not
        // bought.
        Money shipping = rules.shipping(cart.currency()).orElse(Money.zero(cart.currency()));
        return buyable.isEmpty() ? Totals.zero(shipping) : Totals.of(buyable, shipping, rules.taxRate());
    }

    private static @Nullable String problem(Quote quote, String sku) {
        return quote.fault(sku)
                .map(Quote.Fault::code)
                .orElse(quote.inStock(sku) ? null : OrderProblem.INSUFFICIENT_STOCK.code());
    }
}
