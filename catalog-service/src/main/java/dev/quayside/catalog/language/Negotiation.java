package dev.quayside.catalog.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language for an {@code Accept-Language} by RFC 4647's lookup: {@code de-AT} finds de-AT, else de. An element that is empty
 * (RFC 9110, 5.6.1) or not understood says nothing, and neither does {@code *}; the others count.
 */
final class Negotiation {
    /** Browsers send less than a hundred characters. */
    private static final int LONGEST = 200;

    private static final int REMEMBERED = 1_000;

    private static final Pattern ELEMENTS = Pattern.compile(",");

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
        List<LanguageRange> ranges = ELEMENTS.splitAsStream(header)
                .flatMap(element -> ranges(element).stream())
                // What weighs the same stays in its order.
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .toList();
        Locale found = Locale.lookup(ranges, spoken);
        return found == null ? otherwise : found.toLanguageTag();
    }

    private static List<LanguageRange> ranges(String element) {
        try {
            return element.isBlank() ? List.of() : LanguageRange.parse(element.replace('\t', ' '));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return List.of();
        }
    }
}
