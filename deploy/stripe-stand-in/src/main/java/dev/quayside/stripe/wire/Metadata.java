package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import java.util.Map;

/** The caller's own keys and values on an object: merged on update, an empty value unsets its key. */
public final class Metadata {
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 500;

    private Metadata() {}

    /** Checks the parameter alone, so that it can be refused before anything is changed. */
    public static void check(Params params) {
        ObjectNode sent = params.object("metadata");
        if (sent == null) {
            return;
        }
        if (sent.size() > MOST_KEYS) {
            throw refused("", "You can only specify " + MOST_KEYS + " metadata keys.");
        }
        for (Map.Entry<String, JsonNode> entry : sent.properties()) {
            String name = "[" + entry.getKey() + "]";
            if (entry.getKey().length() > LONGEST_KEY) {
                throw refused(name, "Metadata keys can be at most " + LONGEST_KEY + " characters.");
            }
            if (entry.getValue().asText().length() > LONGEST_VALUE) {
                throw refused(name, "Metadata values can be at most " + LONGEST_VALUE + " characters.");
            }
        }
    }

    private static ApiError refused(String key, String message) {
        return ApiError.invalid(null, "metadata" + key, message);
    }

    /** The metadata of something new. */
    public static ObjectNode of(Params params) {
        ObjectNode sent = params.object("metadata");
        ObjectNode all = Json.object();
        merge(all, sent == null ? Json.object() : sent);
        return all;
    }

    public static void merge(Document document, Params params) {
        ObjectNode all = document.get("metadata") instanceof ObjectNode existing ? existing : Json.object();
        ObjectNode sent = params.object("metadata");
        if (sent == null && params.has("metadata")) {
            all.removeAll();
        }
        if (sent != null) {
            merge(all, sent);
        }
        document.put("metadata", all);
    }

    private static void merge(ObjectNode all, ObjectNode sent) {
        sent.properties().forEach(entry -> {
            if (entry.getValue().asText().isEmpty()) {
                all.remove(entry.getKey());
            } else {
                all.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
