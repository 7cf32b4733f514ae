package dev.quayside.order.pricing;

import dev.quayside.kit.money.Money;
import java.util.Map;
import java.util.UUID;

/** A line as callers see it. {@code lineTotal} is {@code unitPrice} times {@code quantity}, before tax. */
public record ItemView(
        String sku,
        UUID productId,
        String title,
        Map<String, String> options,
        int quantity,
        Money unitPrice,
        Money lineTotal) {

    public static ItemView of(PricedLine line) {
        return new ItemView(
                line.sku(),
                line.productId(),
                line.title(),
                line.options(),
                line.quantity(),
                line.unitPrice(),
                line.lineTotal());
    }
}
