package dev.quayside.catalog.storefront;

import dev.quayside.catalog.cache.Keys;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a shopper's list was asked for.
 *
 * @param text the words of a search
 * @param all whether a search must find all words
 * @param language that it is answered in
 */
record Asked(
        ListQuery query, Filters filters, List<Facet> facets, Optional<String> text, boolean all, Language language) {
    static final String RELEVANCE = "relevance";
    static final String POSITION = "position";
    private static final int LONGEST_TEXT = 100;
    /** Nobody asks for the worst first; so it goes without its sign too. */
    private static final String BEST_RATED = "-rating";

    private static final String BESTSELLING = "-bestselling";
    private static final List<String> SORTS =
            List.of("-createdAt", "createdAt", "price", "-price", "title", "-title", BEST_RATED, BESTSELLING);
    private static final String NEWEST = "newest";

    /** Sorts that a filter brings along. */
    private static final List<Map.Entry<String, String>> OWN_SORTS =
            List.of(Map.entry("q", RELEVANCE), Map.entry(Filters.COLLECTION, POSITION));

    static Asked of(UriInfo uri, Currency otherwise, Language language) {
        ListQuery query = ListQuery.parse(uri, allowed(uri));
        Map<String, String> given = query.filters();
        return new Asked(
                query,
                Filters.of(given, otherwise),
                Optional.ofNullable(given.get("facets")).map(Facet::parse).orElse(List.of()),
                Optional.ofNullable(given.get("q")).map(text -> Values.line("q", text, LONGEST_TEXT)),
                isAll(given.getOrDefault("match", "all")),
                language);
    }

    /**
     * What the list hangs on: products of its categories, or any. A category's facet is counted without the categories that were chosen,
     * and shows names of categories; a collection's products are put in order by hand.
     */
    Set<String> keys() {
        boolean byCategory = facets.stream().anyMatch(facet -> facet.about().equals(Terms.CATEGORY.prefix()));
        Set<String> categories = filters.chosen().getOrDefault(Terms.CATEGORY.prefix(), Set.of());
        Set<String> keys = new HashSet<>();
        if (byCategory) {
            keys.add(Keys.CATEGORIES);
        }
        if (byCategory || categories.isEmpty()) {
            keys.add(Keys.PRODUCTS);
        } else {
            categories.forEach(slug -> keys.add(Terms.CATEGORY.prefix() + slug));
        }
        if (filters.isOfCollection()) {
            keys.add(Keys.COLLECTIONS);
        }
        if (query.sort().equals(BESTSELLING)) {
            keys.add(Keys.SALES);
        }
        return Set.copyOf(keys);
    }

    /** The first page of a list shows what else there is when there is nothing; later pages are of a list that is known. */
    boolean isFirstPage() {
        return query.cursor() == null && query.offset() == 0;
    }

    /**
     * What is found first when nothing is said: the best of a search, else a collection's own order, else the newest; which is also what
     * relevance and position mean where there is none.
     */
    private static ListQuery.Allowed allowed(UriInfo uri) {
        Set<String> names = new HashSet<>(Filters.NAMES);
        names.addAll(Set.of("q", "match", "facets", Languages.PARAMETER));
        List<String> sorts = new ArrayList<>();
        Map<String, String> aliases =
                new HashMap<>(Map.of(NEWEST, SORTS.get(0), "rating", BEST_RATED, "bestselling", BESTSELLING));
        for (Map.Entry<String, String> own : OWN_SORTS) {
            if (uri.getQueryParameters().containsKey(own.getKey())) {
                sorts.add(own.getValue());
            } else {
                aliases.put(own.getValue(), SORTS.get(0));
            }
        }
        sorts.addAll(SORTS);
        return new ListQuery.Allowed(sorts, names, Filters.FAMILIES, aliases);
    }

    private static boolean isAll(String match) {
        return switch (match) {
            case "all" -> true;
            case "any" -> false;
            default -> throw Values.invalid("match: must be all or any");
        };
    }
}
