package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.product.ProductRequest.Price;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A change of what the prices in one currency are compared to; one of set, previousPrice and clear.
 *
 * @param set minor units
 * @param previousPrice the price as it was before this edit
 * @param clear nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompareAtChange(
        @NotNull String currency,
        @Nullable @Min(0) @Max(PriceChange.MOST) Long set,
        @Nullable Boolean previousPrice,
        @Nullable Boolean clear) {
    @Nullable
    Long apply(Price was) {
        if (!was.currency().equals(currency)) {
            return was.compareAt();
        }
        return Boolean.TRUE.equals(previousPrice) ? was.amount() : set;
    }
}
