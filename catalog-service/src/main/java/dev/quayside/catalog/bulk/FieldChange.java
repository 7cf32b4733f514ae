package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field that would change.
 *
 * @param field such as {@code variants[MUG-BLUE].prices[EUR].amount}
 * @param before null when it is new
 * @param after null when it goes
 */
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
