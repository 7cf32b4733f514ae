package dev.quayside.catalog.sheet;

import dev.quayside.catalog.product.Attribute;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes Shopify's columns. It knows three options and one currency: what does not fit is left out. */
final class ShopifyRows implements SheetWriter {
    private static final int OPTIONS = 3;
    private static final List<String> HEADER = List.of(
            "Handle",
            "Title",
            "Body (HTML)",
            "Vendor",
            "Type",
            "Tags",
            "Published",
            "Option1 Name",
            "Option1 Value",
            "Option2 Name",
            "Option2 Value",
            "Option3 Name",
            "Option3 Value",
            "Variant SKU",
            "Variant Grams",
            "Variant Inventory Qty",
            "Variant Inventory Policy",
            "Variant Price",
            "Variant Compare At Price",
            "Variant Barcode",
            "Status");

    private final Currency currency;

    ShopifyRows(Currency currency) {
        this.currency = currency;
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public List<List<String>> rows(ProductRequest product) {
        List<List<String>> rows = new ArrayList<>();
        for (ProductRequest.Variant variant : product.variants()) {
            boolean first = rows.isEmpty();
            List<String> row = new ArrayList<>(List.of(text(product.slug())));
            row.addAll(first ? product(product) : List.of("", "", "", "", "", ""));
            row.addAll(options(variant));
            row.addAll(List.of(
                    variant.sku(),
                    text(variant.weightGrams()),
                    text(variant.stock()),
                    variant.sellsAhead() ? "continue" : "deny"));
            row.addAll(price(variant));
            row.addAll(List.of(text(variant.barcode()), first ? text(product.status()) : ""));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> product(ProductRequest product) {
        String type = Objects.requireNonNullElse(product.attributes(), List.<Attribute>of()).stream()
                .filter(attribute -> attribute.name().equals("Type"))
                .findFirst()
                .map(Attribute::value)
                .orElse("");
        return List.of(
                product.title(),
                text(product.description()),
                text(product.brand()),
                type,
                String.join(", ", Objects.requireNonNullElse(product.tags(), List.of())),
                String.valueOf("active".equals(product.status())).toUpperCase(Locale.ROOT));
    }

    private static List<String> options(ProductRequest.Variant variant) {
        Map<String, String> options = new TreeMap<>(Objects.requireNonNullElse(variant.options(), Map.of()));
        if (options.isEmpty()) {
            options.put("Title", "Default Title");
        }
        List<String> cells = new ArrayList<>();
        options.entrySet().stream()
                .limit(OPTIONS)
                .forEach(option -> cells.addAll(List.of(option.getKey(), option.getValue())));
        while (cells.size() < 2 * OPTIONS) {
            cells.add("");
        }
        return cells;
    }

    private List<String> price(ProductRequest.Variant variant) {
        Optional<ProductRequest.Price> found = variant.prices().stream()
                .filter(price -> price.currency().equals(currency.code()))
                .findFirst();
        return List.of(
                found.map(price -> Amounts.write(price.amount(), currency)).orElse(""),
                found.map(ProductRequest.Price::compareAt)
                        .map(compared -> Amounts.write(compared, currency))
                        .orElse(""));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
