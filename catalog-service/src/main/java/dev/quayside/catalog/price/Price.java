package dev.quayside.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.kit.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A variant's price in one currency, in minor units; two that mean the same are equal.
 *
 * @param amount what is asked while no sale is on
 * @param compareAt what it is compared to in print, such as the maker's recommended price; at least the amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Price(
        long amount,
        Currency currency,
        @Nullable Long compareAt,
        @Nullable Sale sale) {}
