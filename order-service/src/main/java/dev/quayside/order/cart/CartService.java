package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.catalog.Catalog;
import dev.quayside.order.catalog.LineRequest;
import dev.quayside.order.catalog.Quote;
import dev.quayside.order.pricing.PriceRules;
import dev.quayside.order.pricing.PricedLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What shoppers do with carts. The catalogue is asked before a transaction or after it, never within. */
@ApplicationScoped
class CartService {
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CartTransactions carts;
    private final CartViews views;
    private final Catalog catalog;
    private final PriceRules rules;

    CartService(CartTransactions carts, CartViews views, Catalog catalog, PriceRules rules) {
        this.carts = carts;
        this.views = views;
        this.catalog = catalog;
        this.rules = rules;
    }

    /** Makes an empty cart in a currency that the shop sells in. */
    CartView create(String currency, Optional<UUID> customer) {
        Currency sold = Currency.find(currency)
                .filter(known -> rules.shipping(known).isPresent())
                .orElseThrow(() -> refused(
                        OrderProblem.CURRENCY_NOT_SOLD,
                        "currency",
                        "the shop does not sell in " + printable(currency)));
        return views.of(carts.create(sold, customer), Optional.empty(), carts.now());
    }

    CartView read(UUID id, Optional<UUID> customer) {
        return fresh(carts.read(id, customer));
    }

    /** Sets the quantity of a sku, which must exist and have a price in the cart's currency. */
    CartView put(UUID id, Optional<UUID> customer, String sku, int quantity) {
        CartSnapshot before = carts.read(id, customer);
        if (!SKU.matcher(sku).matches()) {
            throw unsellable(Quote.Fault.UNKNOWN_SKU, printable(sku));
        }
        Map<String, Integer> wanted = new LinkedHashMap<>(before.quantities());
        boolean full = !wanted.containsKey(sku) && wanted.size() >= Cart.MOST_LINES;
        wanted.put(sku, quantity);
        // A quote takes as many lines as a cart does: for one line too many, only that line's existence is of interest.
        Quote quote =
                catalog.quote(before.currency(), full ? List.of(new LineRequest(sku, quantity)) : requests(wanted));
        quote.fault(sku).ifPresent(fault -> {
            throw unsellable(fault, sku);
        });
        PricedLine line = quote.line(sku).orElseThrow(() -> unsellable(Quote.Fault.UNKNOWN_SKU, sku));
        return views.of(carts.put(id, customer, line), Optional.of(quote), carts.now());
    }

    /** Removes a sku; one that is not in the cart is removed already. */
    CartView remove(UUID id, Optional<UUID> customer, String sku) {
        return fresh(carts.remove(id, customer, sku));
    }

    private CartView fresh(CartSnapshot cart) {
        Optional<Quote> quote =
                cart.lines().isEmpty() ? Optional.empty() : catalog.quickQuote(cart.currency(), cart.requests());
        return views.of(cart, quote, carts.now());
    }

    private static List<LineRequest> requests(Map<String, Integer> quantities) {
        return quantities.entrySet().stream()
                .map(line -> new LineRequest(line.getKey(), line.getValue()))
                .toList();
    }

    private static ProblemException unsellable(Quote.Fault fault, String sku) {
        return switch (fault) {
            case UNKNOWN_SKU -> refused(OrderProblem.UNKNOWN_SKU, "sku", "the catalogue has no sku " + sku);
            case PRICE_UNAVAILABLE ->
                refused(OrderProblem.PRICE_UNAVAILABLE, "sku", sku + " has no price in the cart's currency");
        };
    }

    private static ProblemException refused(OrderProblem problem, String field, String message) {
        return new ProblemException(problem, message, List.of(new Problem.FieldError(field, problem.code(), message)));
    }

    private static String printable(String text) {
        String shown = text.replaceAll("[^\\x20-\\x7e]", "?");
        return shown.length() > 64 ? shown.substring(0, 64) + "…" : shown;
    }
}
