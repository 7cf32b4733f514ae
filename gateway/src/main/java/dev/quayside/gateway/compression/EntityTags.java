package dev.quayside.gateway.compression;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A compressed answer is another representation and so needs another strong entity tag (RFC 9110, 8.8.3): the service's with the
 * encoding at its end. Services only ever see their own.
 */
final class EntityTags {
    private static final Pattern MARKED = Pattern.compile("-(?:gzip|br)\"");
    private static final List<String> CONDITIONS = List.of("If-None-Match", "If-Match");

    private EntityTags() {}

    /** Takes the marks from a request's conditions; whether there were any. */
    static boolean unmark(MultiMap headers) {
        boolean found = false;
        for (String name : CONDITIONS) {
            List<String> values = headers.getAll(name);
            List<String> plain = values.stream()
                    .map(value -> MARKED.matcher(value).replaceAll("\""))
                    .toList();
            if (!plain.equals(values)) {
                headers.set(name, plain);
                found = true;
            }
        }
        return found;
    }

    /** Marks an answer's tag with its encoding. */
    static void mark(MultiMap headers, String encoding) {
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && tag.endsWith("\"")) {
            headers.set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + "-" + encoding + "\"");
        }
    }
}
