package dev.quayside.order.order;

import dev.quayside.kit.money.Currency;
import dev.quayside.order.pricing.PricedLine;
import dev.quayside.order.pricing.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a shopper agreed to at checkout: the quoted lines and totals, who buys, and where it goes. */
public record NewOrder(
        UUID id,
        UUID cartId,
        @Nullable UUID customerId,
        Currency currency,
        List<PricedLine> lines,
        Totals totals,
        BigDecimal taxRate,
        String email,
        Address shippingAddress,
        String shippingMethod,
        CardChoice card,
        CaptureMethod capture) {}
