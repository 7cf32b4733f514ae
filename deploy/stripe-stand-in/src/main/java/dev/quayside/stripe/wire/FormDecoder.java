package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Reads {@code a[b]=c&expand[0]=x} into nested objects. Arrays stay objects with the keys 0, 1, …; {@link Params} reads
 * them as lists where a list is meant, because {@code metadata[0]} is a key like any other.
 */
public final class FormDecoder {
    private static final int MOST_PAIRS = 1_000;
    private static final int DEEPEST = 8;

    private FormDecoder() {}

    public static Params decode(String... forms) {
        ObjectNode tree = Json.object();
        List<String> pairs = new ArrayList<>();
        for (String form : forms) {
            StringTokenizer parts = new StringTokenizer(form, "&");
            while (parts.hasMoreTokens()) {
                add(tree, pairs, parts.nextToken());
            }
        }
        return new Params(tree, List.copyOf(pairs));
    }

    private static void add(ObjectNode tree, List<String> pairs, String pair) {
        if (pairs.size() == MOST_PAIRS) {
            throw ApiError.invalid(null, null, "Too many parameters.");
        }
        int equals = pair.indexOf('=');
        String name = unescape(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : unescape(pair.substring(equals + 1));
        pairs.add(name + "=" + value);
        List<String> keys = keys(name);
        ObjectNode node = tree;
        for (String key : keys.subList(0, keys.size() - 1)) {
            if (node.hasNonNull(key) && !node.get(key).isObject()) {
                throw ApiError.invalid(null, name, "Invalid parameters: " + name);
            }
            node = node.withObjectProperty(key);
        }
        String last = keys.get(keys.size() - 1);
        node.put(last.isEmpty() ? Integer.toString(node.size()) : last, value);
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid(null, null, "Invalid request: a parameter is not form-encoded.");
        }
    }

    /** {@code a[b][c]} is a, b, c; {@code a[]} is a and an empty key, which stands for the next index. */
    private static List<String> keys(String name) {
        List<String> keys = new ArrayList<>();
        int open = name.indexOf('[');
        keys.add(open < 0 ? name : name.substring(0, open));
        while (open >= 0 && keys.size() <= DEEPEST) {
            int close = name.indexOf(']', open);
            if (close < 0) {
                throw ApiError.invalid(null, name, "Invalid parameter name: " + name);
            }
            keys.add(name.substring(open + 1, close));
            open = name.indexOf('[', close);
        }
        return keys;
    }
}
