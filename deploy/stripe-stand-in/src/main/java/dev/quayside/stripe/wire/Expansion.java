package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Store;

/** Replaces ids by the objects that they name, along paths such as {@code data.latest_charge.balance_transaction}. */
public final class Expansion {
    private static final int DEEPEST = 4;

    private final Store store;

    public Expansion(Store store) {
        this.store = store;
    }

    public void apply(ObjectNode body, Params params) {
        for (String path : params.expand()) {
            if (path.chars().filter(c -> c == '.').count() > DEEPEST) {
                throw ApiError.invalid(
                        null, "expand", "You cannot expand more than 4 levels of a property (" + path + ").");
            }
            expand(body, path, path);
        }
    }

    private void expand(ObjectNode node, String path, String whole) {
        int dot = path.indexOf('.');
        String field = dot < 0 ? path : path.substring(0, dot);
        JsonNode value = node.path(field);
        if (value.isTextual()) {
            value = store.find(value.asText())
                    .orElseThrow(() -> impossible(whole))
                    .wire();
            node.set(field, value);
        }
        if (!value.isNull() && !value.isContainerNode()) {
            throw impossible(whole);
        }
        if (dot >= 0) {
            deeper(value, path.substring(dot + 1), whole);
        }
    }

    private static ApiError impossible(String path) {
        return ApiError.invalid(null, "expand", "This property cannot be expanded (" + path + ").");
    }

    private void deeper(JsonNode value, String rest, String whole) {
        if (value instanceof ObjectNode object) {
            expand(object, rest, whole);
        }
        value.forEach(item -> {
            if (value.isArray() && item instanceof ObjectNode object) {
                expand(object, rest, whole);
            }
        });
    }
}
