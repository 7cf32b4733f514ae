package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which products come in files and leave in them. */
public enum FileFormat {
    /** A product a line, as the API takes it. */
    NDJSON,
    /** The shop's own columns. */
    CSV,
    /** The columns of Shopify's product export. */
    SHOPIFY;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static FileFormat of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unknown format " + text));
    }

    /** The format of a name, or empty. */
    public static Optional<FileFormat> find(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst();
    }
}
