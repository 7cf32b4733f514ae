package dev.quayside.stripe.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One API object as it goes over the wire. Amounts are minor units, times are seconds since 1970. Fields that begin with
 * an underscore are the stand-in's own and never leave it.
 */
public final class Document {
    private final ObjectNode json;

    private Document(ObjectNode json) {
        this.json = json;
    }

    static Document create(String object, String id, long created) {
        ObjectNode json = Json.object();
        json.put("id", id).put("object", object).put("created", created).put("livemode", false);
        return new Document(json);
    }

    static Document parse(String text) {
        return new Document(Json.parse(text));
    }

    public String id() {
        return json.path("id").asText();
    }

    public long created() {
        return number("created");
    }

    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    public @Nullable String text(String field) {
        return has(field) ? json.path(field).asText() : null;
    }

    /** The text of a field that every object of this kind has; empty if it is null. */
    public String word(String field) {
        return has(field) ? json.path(field).asText() : "";
    }

    public boolean is(String field, String value) {
        return value.equals(text(field));
    }

    public long number(String field) {
        return json.path(field).asLong();
    }

    public boolean flag(String field) {
        return json.path(field).asBoolean();
    }

    public JsonNode get(String field) {
        return json.path(field);
    }

    public Document put(String field, @Nullable String value) {
        json.put(field, value);
        return this;
    }

    public Document put(String field, long value) {
        json.put(field, value);
        return this;
    }

    public Document put(String field, boolean value) {
        json.put(field, value);
        return this;
    }

    public Document put(String field, JsonNode value) {
        json.set(field, value);
        return this;
    }

    public Document clear(String... fields) {
        for (String field : fields) {
            json.putNull(field);
        }
        return this;
    }

    /** The live JSON behind this object, hidden fields included. */
    public ObjectNode json() {
        return json;
    }

    /** A copy without the stand-in's own fields. */
    public ObjectNode wire() {
        ObjectNode copy = Json.object();
        json.properties().forEach(field -> {
            if (!field.getKey().startsWith("_")) {
                copy.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return copy;
    }
}
