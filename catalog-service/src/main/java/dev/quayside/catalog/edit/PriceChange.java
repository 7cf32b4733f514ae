package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.product.ProductRequest.Price;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of the prices in one currency; one of percent, add and set.
 *
 * @param percent by how many per cent; the new price is rounded half up to the smallest amount that the currency can be charged in
 * @param add minor units, negative to lower it
 * @param set minor units, the new price
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceChange(
        @NotNull String currency,

        @Nullable @DecimalMin("-100") @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
        BigDecimal percent,

        @Nullable @Min(-MOST) @Max(MOST) Long add,
        @Nullable @Min(0) @Max(MOST) Long set) {
    /** Twelve digits: the most that Stripe takes in any currency. */
    static final long MOST = 999_999_999_999L;

    /** The new amount; one that is no price is a 422 {@code price_out_of_range}. */
    long apply(String field, Price was) {
        if (!was.currency().equals(currency)) {
            return was.amount();
        }
        long amount = changed(field, was);
        if (amount < 0 || amount > MOST) {
            throw ProblemException.invalidField(
                    field, "price_out_of_range", "would be " + amount + ", and has to be from 0 to " + MOST);
        }
        return amount;
    }

    private long changed(String field, Price was) {
        if (percent != null) {
            return percent(field, was.amount(), currency, percent);
        }
        return set == null ? was.amount() + (add == null ? 0 : add) : set;
    }

    /** An amount made greater by a percentage, or less by one that is negative. Rounding alone gives nothing away: 422 {@code price_out_of_range}. */
    static long percent(String field, long amount, String currency, BigDecimal percent) {
        BigDecimal share = BigDecimal.ONE.add(percent.movePointLeft(2));
        long changed = new Money(amount, Currency.of(currency)).share(share).amount();
        if (changed == 0 && amount > 0 && share.signum() > 0) {
            throw ProblemException.invalidField(
                    field, "price_out_of_range", "would be rounded to 0; only -100 % makes it free");
        }
        return changed;
    }
}
