package dev.quayside.catalog.trash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.quayside.catalog.trash.Dependents.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Takes a product's rows out of all tables as JSON, and puts them back. */
@ApplicationScoped
class Snapshot {
    private static final String PRODUCTS = "products";
    private static final Set<String> REFUSED = Set.of(PRODUCTS, "variants");
    /** Computed from the others; written anew when the product is back. */
    private static final String COMPUTED = "storefront_products";

    private final EntityManager database;
    private final Dependents dependents;
    private final ObjectMapper json;

    Snapshot(EntityManager database, Dependents dependents, ObjectMapper json) {
        this.database = database;
        this.dependents = dependents;
        this.json = json;
    }

    /** The rows of a product and of all that go along with it, parents first. */
    String take(UUID product) {
        ArrayNode content = json.createArrayNode();
        Set<String> seen = new HashSet<>(Set.of(COMPUTED));
        take(PRODUCTS, "id", new UUID[] {product}, seen, content);
        return content.toString();
    }

    private void take(String table, String column, UUID[] keys, Set<String> seen, ArrayNode content) {
        if (!seen.add(table) || keys.length == 0) {
            return;
        }
        JsonNode rows = read(
                (String) database.createNativeQuery("select cast(coalesce(jsonb_agg(to_jsonb(t)), '[]') as text) from "
                                + table + " t where t." + column + " = any(:keys)")
                        .setParameter("keys", keys)
                        .getSingleResult());
        if (!rows.isEmpty()) {
            content.addObject().put("table", table).set("rows", rows);
        }
        for (Reference child : dependents.goingAlong(table)) {
            take(child.child(), child.column(), keys(rows, child.key()), seen, content);
        }
    }

    /** Writes the rows again; one that refers to what is gone by now is left out. */
    void putBack(String content) {
        JsonNode tables = read(content);
        Set<String> own = StreamSupport.stream(tables.spliterator(), false)
                .map(table -> table.path("table").asText())
                .collect(Collectors.toSet());
        for (JsonNode table : tables) {
            putBack(table.path("table").asText(), table.path("rows"), own);
        }
    }

    private void putBack(String table, JsonNode rows, Set<String> own) {
        // Only what was there then: a column that came later has its default.
        String columns = dependents.columns(table).stream()
                .filter(rows.get(0)::has)
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        String stillThere = dependents.of(table).stream()
                .filter(reference -> !own.contains(reference.parent()))
                .map(reference -> " and (t.%s is null or exists (select 1 from %s p where p.%s = t.%s))"
                        .formatted(reference.column(), reference.parent(), reference.key(), reference.column()))
                .collect(Collectors.joining());
        database.createNativeQuery("insert into " + table + " (" + columns + ") select " + columns
                        + " from jsonb_populate_recordset(cast(null as " + table
                        + "), cast(:rows as jsonb)) t where true"
                        + stillThere
                        // What others have by now stays theirs; only a slug and a sku are worth a refusal.
                        + (REFUSED.contains(table) || !dependents.canLeaveOut(table) ? "" : " on conflict do nothing"))
                .setParameter("rows", rows.toString())
                .executeUpdate();
    }

    private static UUID[] keys(JsonNode rows, String key) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> UUID.fromString(row.path(key).asText()))
                .toArray(UUID[]::new);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
