package dev.quayside.catalog.storefront;

import dev.quayside.catalog.storefront.FacetView.Value;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts all facets of a list in one SELECT. Facets whose own filter is not set are counted together, over the same rows; one whose filter
 * is set has rows of its own. A facet shows its {@value #MOST_VALUES} most frequent values.
 */
@ApplicationScoped
class FacetQueries {
    private static final int MOST_VALUES = 50;

    private static final String BY_TERMS = """
            select r.facet, r.value, translated(k.translations, string_to_array(:chain, ','), 'name', k.name) as label, r.products from (
                select c.*, row_number() over (partition by c.facet order by c.products desc, c.value) as place from (
                    select case when t.term ^@ any(array['a' || chr(31), 'o' || chr(31)])
                            then split_part(t.term, chr(31), 1) || chr(31) || split_part(t.term, chr(31), 2) || chr(31)
                            else split_part(t.term, chr(31), 1) || chr(31) end as facet,
                        min(t.label) as value, count(*) as products
                    %s cross join lateral unnest(s.terms, s.labels) as t(term, label)
                    where %s and t.term ^@ any(array[%s])
                    group by t.term) c) r
            left join categories k on r.facet = 'c' || chr(31) and k.slug = r.value
            where r.place <= %d""";

    private static final String BY_PRICE = """
            select 'price' as facet, cast(price_range(s.price) as text) as value,
                cast(min(s.price) as text) || ':' || cast(max(s.price) as text) as label, count(*) as products
            %s where %s group by price_range(s.price)""";

    private static final String BY_STOCK = """
            select 'inStock' as facet, cast(s.in_stock as text) as value, cast(null as text) as label, count(*) as products
            %s where %s group by s.in_stock""";

    /** How many have so many stars at least; a product counts for each of its stars. */
    private static final String BY_RATING = """
            select 'rating' as facet, cast(n.stars as text) as value, cast(null as text) as label, count(*) as products
            %s cross join generate_series(1, 4) as n(stars) where %s and s.rating >= 100 * n.stars group by n.stars""";

    private final EntityManager database;

    FacetQueries(EntityManager database) {
        this.database = database;
    }

    /**
     * Counts the facets of a list.
     *
     * @param conditions all of the list's, over the storefront's rows as {@code s}
     */
    List<FacetView> count(Asked asked, List<Condition> conditions) {
        List<Facet> facets = asked.facets();
        String from = asked.filters().from();
        Map<String, Object> parameters = new HashMap<>();
        if (facets.stream().anyMatch(Facet::isByTerms)) {
            parameters.put("chain", asked.language().steps());
        }
        List<String> selects = new ArrayList<>();
        Facet.byRows(facets, conditions).forEach((rows, together) -> {
            rows.forEach(condition -> parameters.putAll(condition.parameters()));
            String where = rows.stream().map(Condition::sql).collect(Collectors.joining(" and "));
            selects.addAll(selects(together, from, where, parameters));
        });
        Query query = database.createNativeQuery(String.join("\nunion all\n", selects), Tuple.class);
        parameters.forEach(query::setParameter);
        Map<String, List<Tuple>> counted =
                ListSql.tuples(query).stream().collect(Collectors.groupingBy(row -> row.get("facet", String.class)));
        return facets.stream()
                .filter(facet -> !isIdle(facet, facets, counted))
                .map(facet -> view(facet, counted.getOrDefault(facet.about(), List.of()), asked.filters()))
                .toList();
    }

    private static List<String> selects(List<Facet> facets, String from, String where, Map<String, Object> parameters) {
        List<String> selects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (Facet facet : facets) {
            if (facet.isByTerms()) {
                String name = "facet" + parameters.size();
                parameters.put(name, facet.prefix());
                prefixes.add("fold(:" + name + ")");
            } else {
                selects.add(plain(facet).formatted(from, where));
            }
        }
        if (!prefixes.isEmpty()) {
            selects.add(BY_TERMS.formatted(from, where, String.join(", ", prefixes), MOST_VALUES));
        }
        return selects;
    }

    private static String plain(Facet facet) {
        return switch (facet.name()) {
            case Filters.PRICE -> BY_PRICE;
            case Filters.RATING -> BY_RATING;
            default -> BY_STOCK;
        };
    }

    /** A bare name stands for an option and an attribute; the one of the two that no product has is not shown, unless neither is there. */
    private static boolean isIdle(Facet facet, List<Facet> facets, Map<String, List<Tuple>> counted) {
        List<Facet> namesakes = facets.stream()
                .filter(other -> other.name().equals(facet.name()) && !other.equals(facet))
                .toList();
        boolean otherIsThere = namesakes.stream().anyMatch(other -> counted.containsKey(other.about()));
        boolean isSecond = facet.filter().startsWith(Terms.ATTRIBUTES.filter());
        return !namesakes.isEmpty() && !counted.containsKey(facet.about()) && (otherIsThere || isSecond);
    }

    private static FacetView view(Facet facet, List<Tuple> rows, Filters filters) {
        if (facet.name().equals(Filters.PRICE)) {
            return prices(facet, rows);
        }
        Set<String> chosen = filters.chosen().getOrDefault(facet.about(), Set.of());
        List<Value> values = rows.stream()
                .sorted(java.util.Comparator.comparingLong(FacetQueries::products)
                        .reversed()
                        .thenComparing(row -> row.get("value", String.class)))
                .map(row -> value(row, chosen))
                .toList();
        return new FacetView(facet.name(), facet.filter(), values, null, null);
    }

    private static Value value(Tuple row, Set<String> chosen) {
        String value = row.get("value", String.class);
        return new Value(
                value, row.get("label", String.class), null, null, products(row), chosen.contains(Terms.fold(value)));
    }

    private static FacetView prices(Facet facet, List<Tuple> rows) {
        List<Value> ranges = new ArrayList<>();
        long min = Long.MAX_VALUE;
        long max = 0;
        for (Tuple row : rows) {
            String[] ends = row.get("label", String.class).split(":", -1);
            min = Math.min(min, Long.parseLong(ends[0]));
            max = Math.max(max, Long.parseLong(ends[1]));
            long from = Long.parseLong(row.get("value", String.class));
            ranges.add(new Value(null, null, from, next(from), products(row), false));
        }
        ranges.sort(java.util.Comparator.comparing(range -> java.util.Objects.requireNonNull(range.from())));
        return new FacetView(
                facet.name(), facet.filter(), ranges, rows.isEmpty() ? null : min, rows.isEmpty() ? null : max);
    }

    /** Where the next of the ranges 0, 1, 2, 5, 10, 20, 50, … begins. */
    private static long next(long from) {
        if (from == 0) {
            return 1;
        }
        return String.valueOf(from).startsWith("2") ? from / 2 * 5 : from * 2;
    }

    private static long products(Tuple row) {
        return ((Number) row.get("products")).longValue();
    }
}
