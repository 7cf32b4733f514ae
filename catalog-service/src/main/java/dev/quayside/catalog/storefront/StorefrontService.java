package dev.quayside.catalog.storefront;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads for shoppers. */
@ApplicationScoped
class StorefrontService {
    private static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "price", "-price", "title", "-title"), Filters.NAMES);

    private final StorefrontQueries queries;
    private final Currency shopCurrency;

    StorefrontService(StorefrontQueries queries, @ConfigProperty(name = "quayside.shop.currency") String currency) {
        this.queries = queries;
        this.shopCurrency = Currency.of(currency);
    }

    @Transactional
    Page<ListedProduct> list(UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        return queries.list(query, Filters.of(query.filters(), shopCurrency), uri);
    }

    @Transactional
    ListedProduct product(String idOrSlug, @Nullable String currencyCode) {
        Currency currency = currencyCode == null ? shopCurrency : Filters.currency(currencyCode);
        return queries.find(idOrSlug, currency)
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.PRODUCT_NOT_FOUND, idOrSlug + " is not for sale in " + currency));
    }
}
