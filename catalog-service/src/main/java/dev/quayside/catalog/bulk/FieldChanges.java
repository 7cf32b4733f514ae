package dev.quayside.catalog.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.product.ProductView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a product, field by field. A thing in a list is named by what it is told from the others by. */
@ApplicationScoped
public class FieldChanges {
    private static final Set<String> OF_THE_SHOP = Set.of("id", "version", "createdAt", "updatedAt");
    private static final List<String> NAMES = List.of("sku", "currency", "name");

    private final ObjectMapper json;

    FieldChanges(ObjectMapper json) {
        this.json = json;
    }

    /** The changed fields by name; a product that is new has all of its own. */
    public List<FieldChange> between(@Nullable ProductView before, @Nullable ProductView after) {
        Map<String, JsonNode> was = fields(before);
        Map<String, JsonNode> is = fields(after);
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode old = was.get(name);
            JsonNode now = is.get(name);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(name, old, now));
            }
        }
        return changes;
    }

    private Map<String, JsonNode> fields(@Nullable ProductView product) {
        Map<String, JsonNode> fields = new TreeMap<>();
        if (product != null) {
            addObject("", json.valueToTree(product), fields);
        }
        return fields;
    }

    private static void addObject(String path, ObjectNode object, Map<String, JsonNode> fields) {
        object.properties().stream()
                .filter(field -> !OF_THE_SHOP.contains(field.getKey()))
                .forEach(field ->
                        add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
    }

    private static void add(String path, JsonNode value, Map<String, JsonNode> fields) {
        if (value instanceof ObjectNode object) {
            addObject(path, object, fields);
        } else if (value instanceof ArrayNode list
                && !list.isEmpty()
                && list.get(0).isObject()) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "[" + name(list.get(i), i) + "]", list.get(i), fields);
            }
        } else if (!value.isNull()) {
            fields.put(path, value);
        }
    }

    private static String name(JsonNode thing, int index) {
        return NAMES.stream()
                .filter(thing::hasNonNull)
                .findFirst()
                .map(name -> thing.get(name).asText())
                .orElse(String.valueOf(index));
    }
}
