package dev.quayside.catalog.product;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file has a place for; a product that is there keeps all else as it is.
 *
 * @param policies whether it says how the stock of variants is sold; one that does not says at most that they are sold ahead of it
 * @param texts the texts in other languages that it has columns for, such as {@code title de}; null when it is no table, and whoever
 *     has translations in it has all of them
 */
public record Told(boolean policies, @Nullable Set<String> texts) {
    public static final Told ALL = new Told(true, null);

    ProductRequest completed(ProductRequest request, @Nullable ProductView current) {
        if (current == null) {
            return request;
        }
        ProductRequest whole = texts == null ? request : request.withOtherTextsOf(current, texts);
        return policies ? whole : whole.withPoliciesOf(current);
    }
}
