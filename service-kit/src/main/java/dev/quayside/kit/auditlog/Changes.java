package dev.quayside.kit.auditlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a thing: its fields that changed, and of things by name or a list of things with ids those that
 * changed. A value such as an amount with its currency stays whole. A side that is not there is null, and then the other is whole.
 *
 * @param omitted names of fields that would make a side larger than {@link AuditEntry#MOST_BYTES}, the largest first
 */
record Changes(@Nullable ObjectNode before, @Nullable ObjectNode after, List<String> omitted) {
    private static final String ID = "id";

    static Changes between(@Nullable ObjectNode before, @Nullable ObjectNode after) {
        if (before == null || after == null) {
            return new Changes(before, after, List.of());
        }
        return new Changes(differing(before, after), differing(after, before), List.of());
    }

    /** The fields of one side that the other does not have like that. */
    private static ObjectNode differing(ObjectNode own, ObjectNode other) {
        ObjectNode changed = own.objectNode();
        own.properties().forEach(field -> {
            JsonNode others = other.get(field.getKey());
            if (!field.getValue().equals(others)) {
                changed.set(field.getKey(), narrowed(field.getValue(), others));
            }
        });
        return changed;
    }

    /** Whether there are two states, and they are the same. */
    boolean isNone() {
        return before != null && after != null && before.isEmpty() && after.isEmpty();
    }

    /** The same as it may be kept: without secrets, and within its bound. */
    Changes keepable() {
        Set<String> dropped = new LinkedHashSet<>();
        return new Changes(keepable(before, dropped), keepable(after, dropped), List.copyOf(dropped));
    }

    private static JsonNode narrowed(JsonNode own, @Nullable JsonNode other) {
        if (own instanceof ObjectNode object
                && other instanceof ObjectNode another
                && isByName(object)
                && isByName(another)) {
            return differing(object, another);
        }
        return own instanceof ArrayNode list && other instanceof ArrayNode others ? narrowed(list, others) : own;
    }

    /** Whether an object is things by their names, rather than a thing itself. */
    private static boolean isByName(ObjectNode object) {
        return object.properties().stream().allMatch(field -> field.getValue().isObject());
    }

    /** A list without the things that are the same on the other side; whole when its things have no ids, or only their order changed. */
    private static ArrayNode narrowed(ArrayNode own, ArrayNode other) {
        Set<JsonNode> same = new LinkedHashSet<>();
        other.forEach(same::add);
        ArrayNode changed = own.arrayNode();
        for (JsonNode one : own) {
            if (!one.has(ID)) {
                return own;
            }
            if (!same.contains(one)) {
                changed.add(one);
            }
        }
        return changed.isEmpty() && own.size() == other.size() ? own : changed;
    }

    private static @Nullable ObjectNode keepable(@Nullable ObjectNode side, Set<String> dropped) {
        if (side == null) {
            return null;
        }
        ObjectNode kept = side.deepCopy();
        Secrets.hide(kept);
        while (bytes(kept) > AuditEntry.MOST_BYTES) {
            String largest = largest(kept);
            kept.remove(largest);
            dropped.add(cut(largest));
        }
        return kept;
    }

    private static String largest(ObjectNode object) {
        return new ArrayList<>(object.properties())
                .stream()
                        .max(java.util.Comparator.comparingInt((Map.Entry<String, JsonNode> field) ->
                                bytes(field.getValue()) + field.getKey().length()))
                        .orElseThrow()
                        .getKey();
    }

    private static int bytes(JsonNode json) {
        return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static String cut(String name) {
        return name.length() <= AuditEntry.LONGEST_ID ? name : name.substring(0, AuditEntry.LONGEST_ID);
    }
}
