package dev.quayside.catalog.storefront;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a shopper's list was asked for.
 *
 * @param text the words of a search
 * @param all whether a search must find all words
 */
record Asked(ListQuery query, Filters filters, List<Facet> facets, Optional<String> text, boolean all) {
    static final String RELEVANCE = "relevance";
    private static final int LONGEST_TEXT = 100;
    private static final List<String> SORTS = List.of("-createdAt", "createdAt", "price", "-price", "title", "-title");
    private static final String NEWEST = "newest";

    static Asked of(UriInfo uri, Currency otherwise) {
        ListQuery query = ListQuery.parse(uri, allowed(uri));
        Map<String, String> given = query.filters();
        return new Asked(
                query,
                Filters.of(given, otherwise),
                Optional.ofNullable(given.get("facets")).map(Facet::parse).orElse(List.of()),
                Optional.ofNullable(given.get("q")).map(text -> Values.line("q", text, LONGEST_TEXT)),
                isAll(given.getOrDefault("match", "all")));
    }

    /** The first page of a list shows what else there is when there is nothing; later pages are of a list that is known. */
    boolean isFirstPage() {
        return query.cursor() == null && query.offset() == 0;
    }

    /** What is found first when nothing is said: the best of a search, else the newest. */
    private static ListQuery.Allowed allowed(UriInfo uri) {
        Set<String> names = new HashSet<>(Filters.NAMES);
        names.addAll(Set.of("q", "match", "facets"));
        return uri.getQueryParameters().containsKey("q")
                ? new ListQuery.Allowed(
                        Stream.concat(Stream.of(RELEVANCE), SORTS.stream()).toList(),
                        names,
                        Filters.FAMILIES,
                        Map.of(NEWEST, SORTS.get(0)))
                // Nothing is more relevant than something else then; the newest come first.
                : new ListQuery.Allowed(
                        SORTS, names, Filters.FAMILIES, Map.of(NEWEST, SORTS.get(0), RELEVANCE, SORTS.get(0)));
    }

    private static boolean isAll(String match) {
        return switch (match) {
            case "all" -> true;
            case "any" -> false;
            default -> throw Values.invalid("match: must be all or any");
        };
    }
}
