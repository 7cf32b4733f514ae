package dev.quayside.catalog.popular;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query in the form that it is counted in. */
final class QueryText {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** Addresses, and numbers of phones, cards and orders: they may be somebody's own. Also skus, which are not for browsing by. */
    private static final Pattern PERSONAL = Pattern.compile(".*(@|\\p{Nd}{6}|(\\p{Nd}\\P{Nd}*){9}).*");

    private QueryText() {}

    /** In lower case, with single spaces. */
    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The query as it is counted; empty for one that is too short, too long, or might be about a person. */
    static Optional<String> counted(String text) {
        String plain = plain(text);
        int length = plain.codePointCount(0, plain.length());
        boolean fits = length >= SHORTEST && length <= LONGEST;
        return fits && !PERSONAL.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }
}
