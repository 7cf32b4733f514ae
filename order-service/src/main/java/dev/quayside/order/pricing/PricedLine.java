package dev.quayside.order.pricing;

import dev.quayside.kit.money.Money;
import java.util.Map;
import java.util.UUID;

/** A quantity of one variant at a price, with what the catalogue called it then. */
public record PricedLine(
        String sku,
        UUID productId,
        UUID variantId,
        String title,
        Map<String, String> options,
        int quantity,
        Money unitPrice) {

    public Money lineTotal() {
        return unitPrice.times(quantity);
    }
}
