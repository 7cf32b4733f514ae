package dev.quayside.order.cart;

import dev.quayside.kit.money.Money;
import dev.quayside.order.pricing.PricedLine;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart.
 *
 * @param problem why the line cannot be bought now: {@code unknown_sku}, {@code price_unavailable} or {@code insufficient_stock};
 *     null when it can
 */
record CartItemView(
        String sku,
        UUID productId,
        String title,
        Map<String, String> options,
        int quantity,
        Money unitPrice,
        Money lineTotal,
        @Nullable String problem) {

    static CartItemView of(PricedLine line, @Nullable String problem) {
        return new CartItemView(
                line.sku(),
                line.productId(),
                line.title(),
                line.options(),
                line.quantity(),
                line.unitPrice(),
                line.lineTotal(),
                problem);
    }
}
