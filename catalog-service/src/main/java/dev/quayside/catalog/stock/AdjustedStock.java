package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** What an adjustment or a count has left, why it was made, and where if that was said: so it stands in the audit log. */
record AdjustedStock(
        @JsonUnwrapped StockLevel level,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String location) {}
