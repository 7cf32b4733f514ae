package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an adjustment or a count has left and why it was made: so it stands in the audit log.
 *
 * @param location where, if that was said
 * @param countedAt the moment that a count tells of, if it is an earlier one
 */
record AdjustedStock(
        @JsonUnwrapped StockLevel level,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String location,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant countedAt) {}
