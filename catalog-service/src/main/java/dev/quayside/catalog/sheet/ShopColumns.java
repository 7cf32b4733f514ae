package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.product.Told;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shop's own columns: those of the product in its first row, those of a variant in each. Lists are joined by bars, attributes are JSON
 * as in the API, prices are {@link PriceColumns}, and texts in other languages {@link TextColumns}.
 */
final class ShopColumns implements Layout {
    static final int MOST_OPTIONS = 10;
    static final List<String> TEXTS = List.of("title", "description", "status", "brand", "publishAt");
    static final List<String> LISTS = List.of("categories", "tags");
    private static final Set<String> NEEDED = Set.of("slug", "title", "sku");
    private static final Set<String> POLICIES = Set.of("stockPolicy", "backorderLimit", "availableAt", "lowStock");
    private static final Set<String> OTHERS = Set.of("attributes", "barcode", "weightGrams", "stock");

    private final PriceColumns prices;
    private final TextColumns texts;
    /** The columns of a product's texts, which each of its rows may tell. */
    private final List<String> told;

    private final ObjectMapper json;

    ShopColumns(PriceColumns prices, TextColumns texts, ObjectMapper json) {
        this.prices = prices;
        this.texts = texts;
        this.told = Stream.concat(TEXTS.stream(), texts.columns().stream()).toList();
        this.json = json;
    }

    @Override
    public String key() {
        return "slug";
    }

    @Override
    public void check(Set<String> columns) {
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(columns);
        if (!missing.isEmpty() || !prices.hasPrice(columns)) {
            throw refused("needed are slug, title, sku and a price such as \"price EUR\", in the file or by a mapping");
        }
        Set<String> unknown = columns.stream()
                .filter(column -> !isKnown(column))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!unknown.isEmpty()) {
            throw refused("not known are " + String.join(", ", unknown)
                    + "; map each to a column, or to \"\" to pass it over");
        }
    }

    private boolean isKnown(String column) {
        return NEEDED.contains(column)
                || TEXTS.contains(column)
                || LISTS.contains(column)
                || OTHERS.contains(column)
                || POLICIES.contains(column)
                || column.matches("option([1-9]|10)(Name|Value)")
                || TextColumns.isKnown(column)
                || prices.isKnown(column);
    }

    @Override
    public Told told(Set<String> columns) {
        return new Told(!Collections.disjoint(columns, POLICIES), texts.columns());
    }

    @Override
    public ObjectNode product(List<Row> rows, Faults faults) {
        Row first = rows.get(0);
        ObjectNode product = json.createObjectNode().put("slug", first.get("slug"));
        TEXTS.stream().filter(first::has).forEach(text -> product.put(text, first.get(text)));
        LISTS.stream()
                .filter(first::has)
                .forEach(list -> Lists.read(first.get(list)).forEach(product.withArray(list)::add));
        texts.read(first, product);
        attributes(first, product, faults);
        rows.forEach(row -> product.withArray("variants").add(variant(row, first, faults)));
        rows.stream().skip(1).forEach(row -> checkSame(row, first, faults));
        return product;
    }

    private void attributes(Row row, ObjectNode product, Faults faults) {
        if (!row.has("attributes")) {
            return;
        }
        try {
            JsonNode attributes = json.readTree(row.get("attributes"));
            product.set("attributes", attributes);
        } catch (JsonProcessingException notJson) {
            faults.add(
                    row,
                    "attributes",
                    "not_json",
                    "must be a JSON list such as [{\"name\":\"Material\",\"value\":\"Steel\"}]");
        }
    }

    private ObjectNode variant(Row row, Row first, Faults faults) {
        ObjectNode variant = json.createObjectNode().put("sku", row.get("sku"));
        for (int n = 1; n <= MOST_OPTIONS; n++) {
            String name = "option" + n + "Name";
            String value = row.get("option" + n + "Value");
            if (!value.isEmpty()) {
                variant.withObject("/options").put(row.has(name) ? row.get(name) : first.get(name), value);
            }
        }
        for (String text : List.of("barcode", "stockPolicy", "availableAt")) {
            if (row.has(text)) {
                variant.put(text, row.get(text));
            }
        }
        for (String number : List.of("weightGrams", "stock", "backorderLimit", "lowStock")) {
            Numbers.whole(row, number, variant, number, faults);
        }
        prices.read(row, variant, faults);
        return variant;
    }

    /** A product's own fields may be told again in its later rows, but not otherwise. */
    private void checkSame(Row row, Row first, Faults faults) {
        for (String column : told) {
            if (row.has(column) && !row.get(column).equals(first.get(column))) {
                faults.add(row, column, "differs", "is not what the product's first row says");
            }
        }
    }

    @Override
    public int ignored(List<Row> rows) {
        return 0;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, "the columns do not make a product: " + detail);
    }
}
