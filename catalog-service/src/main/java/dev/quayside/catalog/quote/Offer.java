package dev.quayside.catalog.quote;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sku that is for sale.
 *
 * @param title the product's
 * @param price minor units, null when it has no price in the currency
 * @param available units that can still be sold, those that are sold ahead of stock included
 */
public record Offer(
        String sku,
        UUID productId,
        UUID variantId,
        String title,
        Map<String, String> options,
        @Nullable Long price,
        long available) {}
