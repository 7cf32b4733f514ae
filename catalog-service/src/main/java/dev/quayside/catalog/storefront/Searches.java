package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.popular.PopularQueries;
import dev.quayside.catalog.search.KnownWords;
import dev.quayside.catalog.search.SearchVocabulary;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Searches, and searches otherwise when nothing is found: for what the words most likely mean, and then for any of the words. The link to the
 * next page is that of the search that found something.
 */
@ApplicationScoped
class Searches {
    /** What was found, and by which search. */
    record Found(Search search, Page<ListedProduct> page) {}

    private final StorefrontQueries lists;
    private final SearchVocabulary vocabulary;
    private final Corrections corrections;
    private final PopularQueries popular;
    private final Visitor visitor;
    private final Languages languages;

    Searches(
            StorefrontQueries lists,
            SearchVocabulary vocabulary,
            Corrections corrections,
            PopularQueries popular,
            Visitor visitor,
            Languages languages) {
        this.lists = lists;
        this.vocabulary = vocabulary;
        this.corrections = corrections;
        this.popular = popular;
        this.visitor = visitor;
        this.languages = languages;
    }

    Found find(Asked asked, String text, UriInfo uri) {
        KnownWords words = vocabulary.now();
        Found typed = found(asked, of(text, words, asked), languages.address(uri, asked.language()));
        if (asked.isFirstPage() && asked.all() && isSomething(typed)) {
            popular.found(text, visitor.network());
        }
        if (isSomething(typed) || !asked.isFirstPage()) {
            return typed;
        }
        return otherwise(typed.search(), words, asked)
                .map(search -> found(asked, search, address(uri, search)))
                .filter(Searches::isSomething)
                .findFirst()
                .orElse(typed);
    }

    /** What else to search for, in turn; a stream, so that the later ones are not made when an earlier one has found something. */
    private Stream<Search> otherwise(Search typed, KnownWords words, Asked asked) {
        Optional<String> meant =
                corrections.of(typed.words().typed(), asked.filters().currency(), asked.language());
        Search corrected = meant.map(text -> of(text, words, asked)).orElse(typed);
        Stream<Search> any =
                asked.all() && corrected.words().places().size() > 1 ? Stream.of(corrected.any()) : Stream.empty();
        return Stream.concat(meant.isPresent() ? Stream.of(corrected) : Stream.empty(), any);
    }

    private static Search of(String text, KnownWords words, Asked asked) {
        return new Search(text, words.read(text), asked.all(), asked.language());
    }

    private Found found(Asked asked, Search search, UriBuilder address) {
        return new Found(search, lists.list(asked, Optional.of(search), address));
    }

    private static boolean isSomething(Found found) {
        return !found.page().data().isEmpty();
    }

    private UriBuilder address(UriInfo uri, Search search) {
        // Encoded here: the builder would take braces for the name of something to fill in.
        String text = URLEncoder.encode(search.text(), StandardCharsets.UTF_8).replace("+", "%20");
        return languages
                .address(uri, search.language())
                .replaceQueryParam("q", text)
                .replaceQueryParam("match", search.all() ? "all" : "any");
    }
}
