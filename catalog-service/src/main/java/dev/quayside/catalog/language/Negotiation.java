package dev.quayside.catalog.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language for an {@code Accept-Language} by RFC 4647's lookup: {@code de-AT} finds de-AT, else de. A header that is not
 * understood says nothing, and so does {@code *}.
 */
final class Negotiation {
    /** Browsers send less than a hundred characters. */
    private static final int LONGEST = 200;

    private static final int REMEMBERED = 1_000;

    private final List<Locale> spoken;
    private final String otherwise;
    private final Cache<String, String> chosen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Takes the tags of all languages, the shop's own first. */
    Negotiation(List<String> tags) {
        this.spoken = tags.stream().map(Locale::forLanguageTag).toList();
        this.otherwise = tags.get(0);
    }

    /** The tag of the best language. */
    String best(@Nullable String header) {
        return header == null || header.length() > LONGEST ? otherwise : chosen.get(header, this::lookup);
    }

    private String lookup(String header) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), spoken);
            return found == null ? otherwise : found.toLanguageTag();
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return otherwise;
        }
    }
}
