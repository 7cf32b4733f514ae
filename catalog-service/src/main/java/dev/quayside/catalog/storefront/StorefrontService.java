package dev.quayside.catalog.storefront;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.cache.Fresh;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.storefront.ProductList.SearchView;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads for shoppers. */
@ApplicationScoped
class StorefrontService {
    private final StorefrontQueries lists;
    private final ProductQueries products;
    private final Searches searches;
    private final StorefrontSettings settings;
    private final Languages languages;

    StorefrontService(
            StorefrontQueries lists,
            ProductQueries products,
            Searches searches,
            StorefrontSettings settings,
            Languages languages) {
        this.lists = lists;
        this.products = products;
        this.searches = searches;
        this.settings = settings;
        this.languages = languages;
    }

    /** A page of products, and the facets of the whole list. */
    @Transactional
    Fresh list(UriInfo uri, Language language) {
        Asked asked = Asked.of(uri, settings.currency(), language);
        ProductList list = asked.text().isPresent() ? found(asked, asked.text().get(), uri) : listed(asked, uri);
        return new Fresh(list, asked.keys());
    }

    private ProductList listed(Asked asked, UriInfo uri) {
        Page<ListedProduct> page = lists.list(asked, Optional.empty(), languages.address(uri, asked.language()));
        return new ProductList(page.data(), page.page(), facets(asked, Optional.empty()), null);
    }

    private ProductList found(Asked asked, String text, UriInfo uri) {
        Searches.Found found = searches.find(asked, text, uri);
        Search search = found.search();
        return new ProductList(
                found.page().data(),
                found.page().page(),
                facets(asked, Optional.of(search)),
                new SearchView(text, search.text().equals(text) ? null : search.text(), search.all() ? "all" : "any"));
    }

    private @Nullable List<FacetView> facets(Asked asked, Optional<Search> search) {
        return asked.facets().isEmpty() ? null : lists.facets(asked, search);
    }

    /** A product that is for sale in a currency. */
    @Transactional
    Optional<Fresh> product(String idOrSlug, @Nullable String currency, Language language) {
        return products.find(idOrSlug, currency(currency), language)
                .map(page -> new Fresh(new Data<>(page.product()), page.keys()));
    }

    /** The slug of the product that had this one before; 404 {@code product_not_found} if none is for sale that had. */
    @Transactional
    String slugNow(String slug, @Nullable String currency) {
        return products.slugNow(slug, currency(currency))
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.PRODUCT_NOT_FOUND, slug + " is not for sale in " + currency(currency)));
    }

    private Currency currency(@Nullable String code) {
        return code == null ? settings.currency() : Filters.currency(code);
    }
}
