package dev.quayside.order.cart;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.pricing.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart as its owner sees it.
 *
 * @param orderId the order that has locked or closed it; null while it is open
 * @param taxRate 0.20 for 20 %, on top of everything
 * @param totals of the lines that can be bought now; what {@code expectedTotal} of a checkout is compared with
 * @param pricesAsOf when the catalogue gave these prices: now, or earlier when it does not answer
 */
record CartView(
        UUID id,
        Currency currency,
        CartStatus status,
        @Nullable UUID orderId,
        List<CartItemView> items,
        String shippingMethod,
        BigDecimal taxRate,
        Totals totals,
        Instant pricesAsOf) {}
