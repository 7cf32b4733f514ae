package dev.quayside.order.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quayside.kit.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing about a cart that is not as the shopper was shown it.
 *
 * @param path in the cart, such as {@code totals.total} or {@code items.SKU.unitPrice}
 * @param code what happened to it
 */
record Change(
        String path,
        String code,

        @JsonProperty("old") @Nullable Money before,

        @JsonProperty("new") @Nullable Money after) {

    static Change total(Money expected, Money now) {
        return new Change("totals.total", "total_changed", expected, now);
    }

    static Change price(String sku, Money before, Money now) {
        return new Change("items." + sku + ".unitPrice", "price_changed", before, now);
    }

    static Change unsellable(String sku, String code, Money before) {
        return new Change("items." + sku, code, before, null);
    }
}
