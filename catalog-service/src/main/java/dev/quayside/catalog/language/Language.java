package dev.quayside.catalog.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that the shop speaks.
 *
 * @param tag as in BCP 47, such as {@code de-AT}
 * @param key what the storefront's rows in it are told by; empty for the shop's own
 * @param words the text search configuration that knows its word forms
 * @param chain the languages whose translations it is spoken by, the best first; none for the shop's own
 */
public record Language(String tag, String key, String words, List<String> chain) {
    /** PostgreSQL's own name of what there is for languages that it does not know. */
    private static final String NO_WORD_FORMS = "shop_simple";

    /** The shop's own language. */
    static Language own(String tag, String words) {
        return new Language(tag, "", words, List.of());
    }

    /**
     * Another language.
     *
     * @param spoken the tags of all of the shop's but its own
     * @param configurations the text search configurations that there are
     */
    static Language other(String tag, List<String> spoken, Set<String> configurations) {
        List<String> chain = Stream.iterate(tag, step -> !step.isEmpty(), Language::shorter)
                .filter(spoken::contains)
                .toList();
        return new Language(tag, tag, words(tag, configurations), chain);
    }

    /** PostgreSQL calls its configurations by the languages' English names. */
    static String words(String tag, Set<String> configurations) {
        String name =
                Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        // Both written forms of Norwegian are one there.
        String configuration = "shop_" + (name.startsWith("norwegian") ? "norwegian" : name);
        return configurations.contains(configuration) ? configuration : NO_WORD_FORMS;
    }

    private static String shorter(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }

    /**
     * SQL of a text in this language, with {@link #parameters} that are to be bound.
     *
     * @param translations the column of all translations
     * @param field the text's name in them
     * @param otherwise the column of the text as it is
     */
    public String text(String translations, String field, String otherwise) {
        String found = parameters().keySet().stream()
                .map(step -> translations + " -> cast(:" + step + " as text) ->> '" + field + "', ")
                .collect(Collectors.joining());
        return found.isEmpty() ? otherwise : "coalesce(" + found + otherwise + ")";
    }

    /** The languages of the chain, by the names that they have in SQL. */
    public SortedMap<String, String> parameters() {
        SortedMap<String, String> steps = new TreeMap<>();
        chain.forEach(step -> steps.put("spoken" + steps.size(), step));
        return steps;
    }

    /** The chain as one text for SQL, joined by commas. */
    public String steps() {
        return String.join(",", chain);
    }
}
