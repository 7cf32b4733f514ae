package dev.quayside.catalog.popular;

import dev.quayside.catalog.search.KnownWords;
import dev.quayside.catalog.search.Words;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query in the form that it is counted in. */
final class QueryText {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Letters and digits, with few signs between them. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+([-'.&][\\p{L}\\p{N}]+)*");
    /** Those that are no part of a letter's own character: they can be piled up. Scripts that write vowels so are not counted. */
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    /** Addresses, and numbers of phones, cards and orders: they may be somebody's own. Also skus, which are not for browsing by. */
    private static final Pattern PERSONAL = Pattern.compile(".*(@|\\p{Nd}{6}|(\\p{Nd}\\P{Nd}*){9}).*");

    private QueryText() {}

    /** In lower case, with single spaces. */
    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The words that are searched for; empty if they are too few or too many, have other signs in them, or might be about a person. */
    static Optional<String> counted(String text) {
        String plain = plain(text);
        String[] words = Words.split(plain);
        String query = String.join(" ", words);
        int length = query.codePointCount(0, query.length());
        boolean fits = length >= SHORTEST && length <= LONGEST && words.length <= KnownWords.MOST_WORDS;
        return fits
                        && Arrays.stream(words)
                                .allMatch(word -> WORD.matcher(word).matches())
                        && !MARKS.matcher(plain).find()
                        && !PERSONAL.matcher(plain).matches()
                ? Optional.of(query)
                : Optional.empty();
    }

    /** What spellings that differ in case, accents and signs have in common; empty if there is no letter or digit. */
    static String key(String text) {
        return SIGNS.matcher(Words.key(text)).replaceAll(" ").strip();
    }
}
