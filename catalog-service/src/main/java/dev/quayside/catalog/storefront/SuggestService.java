package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.popular.PopularQueries;
import dev.quayside.catalog.search.KnownWords;
import dev.quayside.catalog.search.SearchVocabulary;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Suggests while somebody types. */
@ApplicationScoped
class SuggestService {
    private static final int MOST_PRODUCTS = 8;
    private static final int MOST_CATEGORIES = 5;
    private static final int MOST_QUERIES = 5;
    private static final int LONGEST_TEXT = 100;
    private static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of(Asked.RELEVANCE), Set.of("q", "currency", Languages.PARAMETER));

    private final SuggestQueries queries;
    private final SearchVocabulary vocabulary;
    private final Corrections corrections;
    private final PopularQueries popular;
    private final StorefrontSettings settings;

    SuggestService(
            SuggestQueries queries,
            SearchVocabulary vocabulary,
            Corrections corrections,
            PopularQueries popular,
            StorefrontSettings settings) {
        this.queries = queries;
        this.vocabulary = vocabulary;
        this.corrections = corrections;
        this.popular = popular;
        this.settings = settings;
    }

    @Transactional
    Suggestions suggest(UriInfo uri, Language language) {
        var given = ListQuery.parse(uri, ALLOWED).filters();
        String text = Values.line("q", given.getOrDefault("q", ""), LONGEST_TEXT);
        Currency currency = Optional.ofNullable(given.get("currency"))
                .map(Filters::currency)
                .orElse(settings.currency());
        KnownWords words = vocabulary.now();
        Search typed = search(text, words, language);
        List<Suggestions.Product> products = queries.products(typed, currency, MOST_PRODUCTS);
        List<Suggestions.Category> categories = queries.categories(text, language, MOST_CATEGORIES);
        return products.isEmpty() && categories.isEmpty()
                ? corrected(typed, words, currency)
                : new Suggestions(products, categories, popular.like(text, MOST_QUERIES), null);
    }

    private Suggestions corrected(Search typed, KnownWords words, Currency currency) {
        return corrections
                .of(typed.words().typed(), currency, typed.language())
                .map(text -> new Suggestions(
                        queries.products(search(text, words, typed.language()), currency, MOST_PRODUCTS),
                        queries.categories(text, typed.language(), MOST_CATEGORIES),
                        popular.like(text, MOST_QUERIES),
                        text))
                .orElse(new Suggestions(List.of(), List.of(), List.of(), null));
    }

    private static Search search(String text, KnownWords words, Language language) {
        return new Search(text, words.read(text), true, language);
    }
}
