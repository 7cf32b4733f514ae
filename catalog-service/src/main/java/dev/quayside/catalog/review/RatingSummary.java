package dev.quayside.catalog.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a product's published reviews come to.
 *
 * @param average of their stars, rounded to hundredths; not there when there are none
 * @param stars how many reviews there are with each number of stars, the most stars first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingSummary(@Nullable BigDecimal average, int count, Map<String, Integer> stars) {}
