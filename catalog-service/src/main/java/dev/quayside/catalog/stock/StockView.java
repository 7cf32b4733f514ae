package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sku's level and, where they are asked about, its locations, in the order in which orders take from them.
 *
 * @param locations null when only the whole was asked about
 */
public record StockView(
        @JsonUnwrapped StockLevel level,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LocationLevel> locations) {}
