package dev.quayside.order.checkout;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.cart.CartSnapshot;
import dev.quayside.order.catalog.Catalog;
import dev.quayside.order.catalog.Quote;
import dev.quayside.order.order.CapturePolicy;
import dev.quayside.order.order.NewOrder;
import dev.quayside.order.pricing.ChargeLimits;
import dev.quayside.order.pricing.PriceRules;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Quotes a cart and checks that it is what the shopper expects, and that it can be charged, before anything is written or held. */
@ApplicationScoped
class Proposals {
    private final Catalog catalog;
    private final PriceRules rules;
    private final CapturePolicy capture;

    Proposals(Catalog catalog, PriceRules rules, CapturePolicy capture) {
        this.catalog = catalog;
        this.rules = rules;
        this.capture = capture;
    }

    NewOrder propose(CartSnapshot cart, Optional<UUID> customer, CheckoutRequest request) {
        requireExpectation(cart, request.expectedTotal());
        Money shipping = rules.shipping(cart.currency())
                .orElseThrow(() -> new ProblemException(
                        OrderProblem.CURRENCY_NOT_SOLD, "the shop does not sell in " + cart.currency() + " any more"));
        Quote quote = catalog.quote(cart.currency(), cart.requests());
        List<PricedLine> lines = cart.lines().stream()
                .flatMap(line -> quote.line(line.sku()).stream())
                .toList();
        Totals totals = lines.isEmpty() ? Totals.zero(shipping) : Totals.of(lines, shipping, rules.taxRate());
        requireUnchanged(cart, quote, lines, request.expectedTotal(), totals);
        ChargeLimits.require(totals.total());
        return new NewOrder(
                Ids.next(),
                cart.id(),
                customer.orElse(cart.customerId()),
                cart.currency(),
                lines,
                totals,
                rules.taxRate(),
                request.email(),
                request.shippingAddress(),
                request.shippingMethod(),
                request.card(),
                capture.method());
    }

    private static void requireExpectation(CartSnapshot cart, Money expected) {
        if (!expected.currency().equals(cart.currency())) {
            throw ProblemException.invalidField(
                    "expectedTotal.currency", "wrong_currency", "must be the cart's currency, " + cart.currency());
        }
        if (expected.amount() < 0) {
            throw ProblemException.invalidField("expectedTotal.amount", "negative", "must not be negative");
        }
        if (cart.lines().isEmpty()) {
            throw new ProblemException(OrderProblem.CART_EMPTY, "put something into cart " + cart.id() + " first");
        }
    }

    private static void requireUnchanged(
            CartSnapshot cart, Quote quote, List<PricedLine> lines, Money expected, Totals totals) {
        Map<String, Quote.Fault> faults = new HashMap<>();
        for (PricedLine line : cart.lines()) {
            quote.fault(line.sku()).ifPresent(fault -> faults.put(line.sku(), fault));
        }
        if (!faults.isEmpty()) {
            throw CartChanges.unsellable(cart.lines(), faults, expected, totals.total());
        }
        if (!totals.total().equals(expected)) {
            throw CartChanges.priced(cart.lines(), lines, expected, totals.total());
        }
    }
}
