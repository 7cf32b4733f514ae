package dev.quayside.catalog.storefront;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The vocabulary of a row's terms: a letter for the kind, a name where the kind has one, and the value, folded by the database and joined
 * by U+001F, which no text has.
 */
enum Terms {
    CATEGORY("c", "category"),
    BRAND("b", "brand"),
    TAGS("t", "tags"),
    ATTRIBUTES("a", "attributes"),
    OPTIONS("o", "options"),
    /** A sku or a barcode. */
    CODE("s", "code");

    private static final char JOINT = '\u001f';
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]");

    private final String kind;
    private final String filter;

    Terms(String kind, String filter) {
        this.kind = kind;
        this.filter = filter;
    }

    /** The name of its filter; of attributes and options, that of the family. */
    String filter() {
        return filter;
    }

    /** What all terms of this kind begin with, before folding. */
    String prefix() {
        return kind + JOINT;
    }

    /** What all terms of one option or attribute begin with, before folding. */
    String prefix(String name) {
        return prefix() + name + JOINT;
    }

    /** Text as the database folds it; for comparing what was asked with what was found. */
    static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }
}
