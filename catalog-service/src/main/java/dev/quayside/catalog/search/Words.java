package dev.quayside.catalog.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as words: what is between spaces, without the signs around it. */
public final class Words {
    /** The longest phrase that synonyms are looked up for. */
    static final int MOST_IN_PHRASE = 3;

    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private Words() {}

    /** The words of a text as they are written; what is only signs is none. */
    public static String[] split(String text) {
        return Arrays.stream(text.split("[\\s\\p{Z}]+"))
                .map(word -> SIGNS_AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    /** What two spellings of the same words have in common. */
    public static String key(String text) {
        String joined = String.join(" ", split(text));
        return ACCENTS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
