package dev.quayside.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lower price for a time.
 *
 * @param amount minor units, below the price's
 * @param startsAt its first moment; null if it has always been on
 * @param endsAt the first moment after it; null if it has no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sale(
        long amount, @Nullable Instant startsAt, @Nullable Instant endsAt) {}
