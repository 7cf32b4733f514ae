package dev.quayside.catalog;

import java.util.Optional;
import java.util.UUID;

/** The forms of text that the catalog takes, as regular expressions. PostgreSQL cannot store NUL, nor UTF-8 a lone surrogate. */
public final class Formats {
    /** Lower kebab case, such as {@code blue-mug}; at most {@value #SLUG_LENGTH} characters. */
    public static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";

    public static final int SLUG_LENGTH = 120;

    /** A stock keeping unit; case counts. */
    public static final String SKU = "[A-Za-z0-9._-]{1,64}";

    /** One line of text: no control characters. */
    public static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

    /** One line that is not blank. */
    public static final String FILLED_LINE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]*";

    /** One line that neither starts nor ends with white space. */
    public static final String WORDS = "(?![\\p{Z}\\t])[^\\p{Cc}\\p{Cs}]*(?<![\\p{Z}\\t])";

    /** A tag: such a line without commas, which lists of tags are joined by. */
    public static final String TAG = "(?![\\p{Z}\\t])[^,\\p{Cc}\\p{Cs}]*(?<![\\p{Z}\\t])";

    /** A barcode as printed, such as a GTIN or ISBN. */
    public static final String BARCODE = "[A-Za-z0-9-]{1,32}";

    /** Text of several lines: of the control characters, line feed, carriage return and tab alone. */
    public static final String TEXT = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*";

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Formats() {}

    /** The id that a text is; Java itself would also take shortened ones. */
    public static Optional<UUID> id(String text) {
        return text.matches(ID) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    public static boolean isSlug(String text) {
        return text.length() <= SLUG_LENGTH && text.matches(SLUG);
    }

    public static boolean isSku(String text) {
        return text.matches(SKU);
    }
}
