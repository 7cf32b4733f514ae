package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.kit.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of products.
 *
 * @param facets those that were asked for
 * @param search when it is the answer to one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductList(
        List<ListedProduct> data,
        Page.Info page,
        @Nullable List<FacetView> facets,
        @Nullable SearchView search) {
    /**
     * How a search was understood.
     *
     * @param query as it was typed
     * @param didYouMean what is shown in its place, because nothing was found as typed
     * @param match whether what is shown has {@code all} words or {@code any} of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SearchView(String query, @Nullable String didYouMean, String match) {}
}
