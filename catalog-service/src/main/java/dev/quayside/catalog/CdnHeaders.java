package dev.quayside.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What caches on the way are told. By default they ask each time, since nobody tells them of a change; {@code s-maxage} (RFC 9111) and
 * {@code stale-while-revalidate} (RFC 5861) are for an operator whose CDN is purged by {@code Surrogate-Key} or {@code Cache-Tag}.
 */
@ApplicationScoped
class CdnHeaders {
    /** Most servers take 8 KiB of headers. */
    private static final int MOST_KEYS = 60;

    private static final String CATEGORY = "c\u001f";

    private final CdnSettings settings;

    CdnHeaders(CdnSettings settings) {
        this.settings = settings;
    }

    /**
     * The headers of an answer.
     *
     * @param keys what it hangs on
     * @param untilFlip seconds until time alone changes a price: nobody may keep it longer
     */
    Map<String, String> of(Set<String> keys, long untilFlip) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaders.CACHE_CONTROL, control(untilFlip));
        if (settings.keys()) {
            List<String> names = names(keys);
            headers.put("Surrogate-Key", String.join(" ", names));
            headers.put("Cache-Tag", String.join(",", names));
        }
        return headers;
    }

    private String control(long untilFlip) {
        long shared = Math.min(settings.maxAge().toSeconds(), untilFlip);
        if (shared <= 0) {
            return "public, max-age=0, must-revalidate";
        }
        List<String> words = new ArrayList<>(List.of("public", "max-age=0", "s-maxage=" + shared));
        long stale = Math.min(settings.stale().toSeconds(), untilFlip - shared);
        if (stale > 0) {
            words.add("stale-while-revalidate=" + stale);
        }
        return String.join(", ", words);
    }

    /** Brands and tags are any text, and their products are named anyway. */
    private static List<String> names(Set<String> keys) {
        return keys.stream()
                .map(key -> key.startsWith(CATEGORY) ? "category-" + key.substring(CATEGORY.length()) : key)
                .filter(key -> key.matches("[a-z0-9-]+"))
                .sorted()
                .limit(MOST_KEYS)
                .collect(Collectors.toList());
    }
}
