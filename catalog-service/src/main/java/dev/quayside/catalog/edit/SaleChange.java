package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.product.ProductRequest.Price;
import dev.quayside.catalog.product.ProductRequest.Sale;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of the sales in one currency; one of percent, set and clear.
 *
 * @param percent below the price as this edit leaves it, such as -20; rounded like a price
 * @param set minor units
 * @param clear no sale any more
 * @param startsAt a time; left out it has always been on
 * @param endsAt a time, the first that is not of the sale; left out it has no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaleChange(
        @NotNull String currency,

        @Nullable @DecimalMin("-100") @DecimalMax(value = "0", inclusive = false) @Digits(integer = 3, fraction = 4)
        BigDecimal percent,

        @Nullable @Min(0) @Max(PriceChange.MOST) Long set,
        @Nullable Boolean clear,
        @Nullable String startsAt,
        @Nullable String endsAt) {
    /** The sale of a price whose amount has become another one. */
    @Nullable
    Sale apply(String field, Price was, long amount) {
        if (!was.currency().equals(currency)) {
            return was.sale();
        }
        if (percent != null) {
            return new Sale(PriceChange.percent(field, amount, currency, percent), startsAt, endsAt);
        }
        return set == null ? null : new Sale(set, startsAt, endsAt);
    }
}
