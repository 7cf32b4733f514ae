package dev.quayside.catalog.sheet;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.product.Told;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of Shopify's product export (help.shopify.com, "Using CSV files to import and export products"): the product's fields in its
 * first row, a row for each variant, and rows for further images, which are passed over. Every other column is passed over too.
 */
final class ShopifyColumns implements Layout {
    static final Set<String> NEEDED = Set.of("Handle", "Title", "Variant SKU", "Variant Price");
    private static final int OPTIONS = 3;
    private static final String POLICY = "Variant Inventory Policy";
    /** Shopify sells on without a limit; this is the most that we know. */
    private static final long LIMIT = 1_000_000;

    /** The same columns, as newer files call them. */
    private static final Map<String, String> NEWER = Map.ofEntries(
            entry("URL handle", "Handle"),
            entry("Description", "Body (HTML)"),
            entry("Published on online store", "Published"),
            entry("SKU", "Variant SKU"),
            entry("Barcode", "Variant Barcode"),
            entry("Option1 name", "Option1 Name"),
            entry("Option1 value", "Option1 Value"),
            entry("Option2 name", "Option2 Name"),
            entry("Option2 value", "Option2 Value"),
            entry("Option3 name", "Option3 Name"),
            entry("Option3 value", "Option3 Value"),
            entry("Price", "Variant Price"),
            entry("Compare-at price", "Variant Compare At Price"),
            entry("Inventory quantity", "Variant Inventory Qty"),
            entry("Continue selling when out of stock", POLICY),
            entry("Weight value (grams)", "Variant Grams"),
            entry("Product image URL", "Image Src"),
            entry("Variant image URL", "Variant Image"));

    private final Currency currency;
    private final ObjectMapper json;

    ShopifyColumns(Currency currency, ObjectMapper json) {
        this.currency = currency;
        this.json = json;
    }

    /** Whether a table's columns are Shopify's, by their older or their newer names. */
    static boolean isMeant(Set<String> columns) {
        return (columns.contains("Handle") && columns.contains("Variant SKU")) || areNewer(columns);
    }

    /** Gives columns with newer names the older ones, by which they are read. */
    static void name(Table table) {
        if (areNewer(table.columns().keySet())) {
            table.rename(NEWER);
        }
    }

    private static boolean areNewer(Set<String> columns) {
        return columns.contains("URL handle") && columns.contains("SKU");
    }

    @Override
    public String key() {
        return "Handle";
    }

    @Override
    public void check(Set<String> columns) {
        if (!columns.containsAll(NEEDED)) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "the columns do not make a product of Shopify's: needed are "
                            + String.join(", ", new TreeSet<>(NEEDED)));
        }
    }

    /** What {@code Variant Inventory Policy} does not say, a limit, pre-orders and when stock is low, stays as it is. */
    @Override
    public Told told(Set<String> columns) {
        return new Told(false, Set.of());
    }

    @Override
    public ObjectNode product(List<Row> rows, Faults faults) {
        Row first = rows.get(0);
        ObjectNode product = json.createObjectNode()
                .put("slug", first.get("Handle"))
                .put("title", first.get("Title"))
                .put("description", first.get("Body (HTML)"))
                .put("status", status(first));
        if (first.has("Vendor")) {
            product.put("brand", first.get("Vendor"));
        }
        if (first.has("Type")) {
            product.withArray("attributes").addObject().put("name", "Type").put("value", first.get("Type"));
        }
        tags(first.get("Tags")).forEach(product.withArray("tags")::add);
        product.putArray("variants");
        rows.stream()
                .filter(ShopifyColumns::isVariant)
                .forEach(row -> product.withArray("variants").add(variant(row, first, faults)));
        return product;
    }

    /** {@code Status} has been there since 2020; {@code Published} tells whether the online shop shows an active product. */
    private static String status(Row row) {
        String status = row.get("Status").strip().toLowerCase(Locale.ROOT);
        boolean hidden = row.get("Published").strip().equalsIgnoreCase("false");
        return status.isEmpty() || status.equals("active") ? (hidden ? "draft" : "active") : status;
    }

    private static List<String> tags(String cell) {
        List<String> tags = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String tag : cell.split(",", -1)) {
            if (!tag.isBlank() && seen.add(tag.strip())) {
                tags.add(tag.strip());
            }
        }
        return tags;
    }

    private static boolean isVariant(Row row) {
        return row.has("Variant SKU") || row.has("Variant Price") || row.has("Option1 Value");
    }

    private ObjectNode variant(Row row, Row first, Faults faults) {
        ObjectNode variant = json.createObjectNode().put("sku", plain(row.get("Variant SKU")));
        options(row, first, variant);
        String barcode = plain(row.get("Variant Barcode"));
        if (!barcode.isEmpty()) {
            variant.put("barcode", barcode);
        }
        Numbers.whole(row, "Variant Grams", variant, "weightGrams", faults);
        Numbers.whole(row, "Variant Inventory Qty", variant, "stock", faults);
        if (variant.path("stock").asLong() < 0) {
            // Shopify counts what was sold beyond the stock; nothing is on the shelf then.
            variant.put("stock", 0);
        }
        policy(row, variant, faults);
        price(row, variant, faults);
        return variant;
    }

    private static void policy(Row row, ObjectNode variant, Faults faults) {
        switch (row.get(POLICY).strip().toLowerCase(Locale.ROOT)) {
            case "" -> {}
            case "deny" -> variant.put("stockPolicy", "deny");
            case "continue" -> variant.put("stockPolicy", "backorder").put("backorderLimit", LIMIT);
            default -> faults.add(row, POLICY, "unknown_policy", "must be deny or continue");
        }
    }

    /** One variant alone has the option {@code Title} with the value {@code Default Title}, which stands for none. */
    private static void options(Row row, Row first, ObjectNode variant) {
        for (int n = 1; n <= OPTIONS; n++) {
            String name = "Option" + n + " Name";
            String value = row.get("Option" + n + " Value");
            String said = row.has(name) ? row.get(name) : first.get(name);
            if (!value.isEmpty() && !(said.equals("Title") && value.equals("Default Title"))) {
                variant.withObject("/options").put(said, value);
            }
        }
    }

    private void price(Row row, ObjectNode variant, Faults faults) {
        Optional<Long> amount = Numbers.amount(row, "Variant Price", currency, faults);
        if (amount.isPresent()) {
            ObjectNode price = variant.withArray("prices").addObject().put("amount", amount.get());
            price.put("currency", currency.code());
            // Shopify keeps one that is lower, and shows none then.
            Numbers.amount(row, "Variant Compare At Price", currency, faults)
                    .filter(compared -> compared > amount.get())
                    .ifPresent(compared -> price.put("compareAt", compared));
        }
    }

    /** Shopify writes an apostrophe before numbers that a spreadsheet must not take for one. */
    private static String plain(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell.strip();
    }

    @Override
    public int ignored(List<Row> rows) {
        return (int) rows.stream()
                .filter(row -> row.has("Image Src") || row.has("Variant Image"))
                .count();
    }
}
