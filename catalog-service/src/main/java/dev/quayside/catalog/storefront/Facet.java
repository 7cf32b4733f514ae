package dev.quayside.catalog.storefront;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A facet that was asked for.
 *
 * @param name as it was asked for
 * @param filter the filter that takes its values
 * @param about what that filter narrows by: the folded prefix of its terms, or the filter itself
 * @param prefix what its terms begin with before folding; empty for one that is not counted by terms
 */
record Facet(String name, String filter, String about, String prefix) {
    private static final int MOST = 15;
    private static final List<Terms> PLAIN = List.of(Terms.CATEGORY, Terms.BRAND, Terms.TAGS);
    private static final String KNOWN =
            "brand, category, inStock, price, rating, tags, options[…], attributes[…], or the bare name of an option or attribute";

    boolean isByTerms() {
        return !prefix.isEmpty();
    }

    /** Reads {@code facets=color,price}: at most {@value #MOST}, each once. A bare name is that of an option and of an attribute. */
    static List<Facet> parse(String text) {
        Map<String, Facet> facets = new LinkedHashMap<>();
        for (String name : Values.of("facets", text)) {
            named(name).forEach(facet -> facets.putIfAbsent(facet.about(), facet));
        }
        if (facets.size() > MOST) {
            throw Values.invalid("facets: at most " + MOST);
        }
        return new ArrayList<>(facets.values());
    }

    private static Stream<Facet> named(String name) {
        if (name.equals(Filters.PRICE) || name.equals(Filters.IN_STOCK)) {
            return Stream.of(new Facet(name, name, name, ""));
        }
        if (name.equals(Filters.RATING)) {
            return Stream.of(new Facet(name, Filters.RATING_FROM, name, ""));
        }
        for (Terms plain : PLAIN) {
            if (name.equals(plain.filter())) {
                return Stream.of(of(name, name, plain.prefix()));
            }
        }
        for (Terms family : List.of(Terms.OPTIONS, Terms.ATTRIBUTES)) {
            if (name.startsWith(family.filter() + "[") && name.endsWith("]")) {
                return Stream.of(
                        member(family, plainName(name.substring(family.filter().length() + 1, name.length() - 1))));
            }
        }
        String bare = plainName(name);
        return Stream.of(member(Terms.OPTIONS, bare), member(Terms.ATTRIBUTES, bare));
    }

    private static Facet member(Terms family, String name) {
        return of(name, family.filter() + "[" + name + "]", family.prefix(name));
    }

    private static Facet of(String name, String filter, String prefix) {
        return new Facet(name, filter, Terms.fold(prefix), prefix);
    }

    private static String plainName(String name) {
        if (name.isBlank() || name.length() > 50 || name.contains("[") || name.contains("]")) {
            throw Values.invalid("facets: " + name + " is unknown; known are " + KNOWN);
        }
        return name;
    }

    /** The facets that are counted over the same rows, each group with what its rows are narrowed by. */
    static Map<List<Condition>, List<Facet>> byRows(List<Facet> facets, List<Condition> conditions) {
        return facets.stream()
                .collect(Collectors.groupingBy(
                        facet -> conditions.stream()
                                .filter(condition -> !condition.about().equals(facet.about()))
                                .toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
