package dev.quayside.order.catalog;

import dev.quayside.order.pricing.PricedLine;
import java.util.List;
import java.util.Map;

/** What an attempt to hold an order's stock came to, when it came to anything. */
public sealed interface Hold {
    /** All lines are held; the prices are the first ones that the catalogue gave for this order. */
    record Held(List<PricedLine> lines) implements Hold {}

    /** Some lines ask for more than there is; nothing is held. */
    record TooFew(Map<String, Integer> available) implements Hold {}

    /** Some lines cannot be sold any more; nothing is held. */
    record Unsellable(Map<String, Quote.Fault> faults) implements Hold {}

    /** The id is closed or has other lines; nothing is held by this attempt. */
    record Refused(String code) implements Hold {}
}
