package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many products there would be for each value of a filter, if that filter had no other.
 *
 * @param filter the name of the filter that takes the values
 * @param min of prices: the lowest, in minor units
 * @param max of prices: the highest, in minor units
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FacetView(
        String name,
        String filter,
        List<Value> values,
        @Nullable Long min,
        @Nullable Long max) {
    /**
     * One value; prices are counted by ranges, from an amount and below another.
     *
     * @param value what the filter takes
     * @param label a category's name
     * @param selected whether the filter has it now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            @Nullable String value,
            @Nullable String label,
            @Nullable Long from,
            @Nullable Long below,
            long count,
            boolean selected) {}
}
