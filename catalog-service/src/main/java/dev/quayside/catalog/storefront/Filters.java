package dev.quayside.catalog.storefront;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What narrows the public list, beside the words of a search. Values of one filter are alternatives, filters add up; text is compared
 * without case and accents.
 *
 * @param currency the currency that prices are shown in; products without a price in it are not listed
 * @param chosen the values chosen of each kind of term, by the folded prefix of their terms
 */
record Filters(Currency currency, List<Condition> conditions, Map<String, Set<String>> chosen) {
    static final String PRICE = "price";
    static final String IN_STOCK = "inStock";
    static final String COLLECTION = "collection";
    static final String RATING = "rating";
    static final String RATING_FROM = "rating[gte]";
    static final Set<String> NAMES = Set.of(
            "currency", "category", "tags", "brand", COLLECTION, "price[gte]", "price[lt]", IN_STOCK, RATING_FROM);
    static final Set<String> FAMILIES = Set.of(Terms.ATTRIBUTES.filter(), Terms.OPTIONS.filter());
    private static final int MOST = 20;
    private static final String FROM = "from storefront_products s";
    private static final String FROM_COLLECTION = """
            from storefront_products s join collection_products place on place.product_id = s.product_id
            join collections inside on inside.id = place.collection_id""";

    static Filters of(Map<String, String> given, Currency otherwise) {
        String code = given.get("currency");
        Reader reader = new Reader();
        given.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(reader::read);
        if (reader.conditions.size() > MOST) {
            throw Values.invalid("at most " + MOST + " filters");
        }
        return new Filters(
                code == null ? otherwise : currency(code), List.copyOf(reader.conditions), Map.copyOf(reader.chosen));
    }

    /** The rows that the conditions are about; those of a collection with their place in it. */
    String from() {
        return isOfCollection() ? FROM_COLLECTION : FROM;
    }

    boolean isOfCollection() {
        return conditions.stream().anyMatch(condition -> condition.about().equals(COLLECTION));
    }

    static Currency currency(String code) {
        return Currency.find(code)
                .orElseThrow(
                        () -> Values.invalid("currency: not a currency that can be charged; give a code such as EUR"));
    }

    /** Turns filter by filter into a condition. */
    private static final class Reader {
        private final List<Condition> conditions = new ArrayList<>();
        private final Map<String, Set<String>> chosen = new java.util.HashMap<>();

        private void read(Map.Entry<String, String> filter) {
            String name = filter.getKey();
            String text = filter.getValue();
            switch (name) {
                case "category" -> terms(Terms.CATEGORY.prefix(), slugs(name, text));
                case COLLECTION ->
                    conditions.add(new Condition(
                            COLLECTION, "inside.slug = :collection", Map.of(COLLECTION, slug(name, text))));
                case "brand" -> terms(Terms.BRAND.prefix(), Values.of(name, text));
                case "tags" -> terms(Terms.TAGS.prefix(), Values.of(name, text));
                case "price[gte]" -> price("s.price >= :priceFrom", "priceFrom", Values.amount(name, text));
                case "price[lt]" -> price("s.price < :priceBelow", "priceBelow", Values.amount(name, text));
                case IN_STOCK -> {
                    conditions.add(new Condition(
                            IN_STOCK, "s.in_stock = :inStock", Map.of("inStock", ListFlag.filter(name, text))));
                    chosen.put(IN_STOCK, Set.of(text));
                }
                case RATING_FROM -> {
                    conditions.add(new Condition(
                            RATING,
                            "s.rating_rank >= cast(:rating as bigint) * 1000000000",
                            Map.of(RATING, Values.hundredths(name, text))));
                    chosen.put(RATING, Set.of(text));
                }
                default -> member(name, text);
            }
        }

        private void member(String name, String text) {
            for (Terms family : List.of(Terms.ATTRIBUTES, Terms.OPTIONS)) {
                if (name.startsWith(family.filter() + "[")) {
                    String of = name.substring(family.filter().length() + 1, name.length() - 1);
                    terms(family.prefix(of), Values.of(name, text));
                }
            }
        }

        private void price(String sql, String parameter, long amount) {
            conditions.add(new Condition(PRICE, sql, Map.of(parameter, amount)));
        }

        private void terms(String prefix, List<String> values) {
            String key = "f" + conditions.size() + "v";
            Map<String, String> parameters = IntStream.range(0, values.size())
                    .boxed()
                    .collect(Collectors.toMap(i -> key + i, i -> prefix + values.get(i)));
            // Folded by the database, as the terms were; with the values in sight it knows how many rows have them.
            String sql = parameters.keySet().stream()
                    .map(parameter -> "storefront_term(:" + parameter + ")")
                    .collect(Collectors.joining(", ", "s.terms && array[", "]"));
            String about = Terms.fold(prefix);
            conditions.add(new Condition(about, sql, parameters));
            chosen.merge(
                    about,
                    values.stream().map(Terms::fold).collect(Collectors.toSet()),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).collect(Collectors.toSet()));
        }

        private static List<String> slugs(String name, String text) {
            return Values.of(name, text).stream().map(slug -> slug(name, slug)).toList();
        }

        private static String slug(String name, String text) {
            if (!Formats.isSlug(text)) {
                throw Values.invalid(name + ": must be a slug, such as blue-mugs");
            }
            return text;
        }
    }
}
