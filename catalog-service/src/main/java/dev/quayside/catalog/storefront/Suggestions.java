package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.kit.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search box offers.
 *
 * @param queries what others have often searched for, and found something by
 * @param didYouMean what the products are for, when none is for what was typed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestions(
        List<Product> products,
        List<Category> categories,
        List<String> queries,
        @Nullable String didYouMean) {
    /** A product, with its lowest price. */
    record Product(UUID id, String slug, String title, Money price) {}

    /** A category. */
    record Category(String slug, String name) {}
}
