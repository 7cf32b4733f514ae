package dev.quayside.catalog.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /** The chain as one text for SQL, joined by commas. */
    public String steps() {
        return String.join(",", chain);
    }
}
