package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.product.ProductExport.Shape;
import dev.quayside.catalog.product.ProductRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the shop's own columns; {@link ShopColumns} reads from them the same product again. */
final class ShopRows implements SheetWriter {
    private static final List<String> PRODUCT =
            List.of("title", "description", "status", "brand", "publishAt", "categories", "tags", "attributes");
    private static final List<String> VARIANT = List.of(
            "sku", "barcode", "weightGrams", "stock", "stockPolicy", "backorderLimit", "availableAt", "lowStock");

    private final Shape shape;
    private final ObjectMapper json;

    ShopRows(Shape shape, ObjectMapper json) {
        this.shape = shape;
        this.json = json;
    }

    @Override
    public List<String> header() {
        List<String> names = new ArrayList<>(List.of("slug"));
        names.addAll(PRODUCT);
        names.addAll(TextColumns.header(shape.languages()));
        names.addAll(VARIANT);
        for (int n = 1; n <= shape.options(); n++) {
            names.addAll(List.of("option" + n + "Name", "option" + n + "Value"));
        }
        shape.currencies().forEach(code -> PriceColumns.NAMES.forEach(name -> names.add(name + " " + code)));
        return names;
    }

    @Override
    public List<List<String>> rows(ProductRequest product) {
        List<List<String>> rows = new ArrayList<>();
        List<String> texts = TextColumns.write(product, shape.languages());
        for (ProductRequest.Variant variant : product.variants()) {
            List<String> row = new ArrayList<>(List.of(text(product.slug())));
            row.addAll(rows.isEmpty() ? cells(product, texts) : Collections.nCopies(PRODUCT.size() + texts.size(), ""));
            row.addAll(stock(variant));
            row.addAll(options(variant));
            row.addAll(PriceColumns.write(variant, shape.currencies()));
            rows.add(row);
        }
        return rows;
    }

    private List<String> cells(ProductRequest product, List<String> texts) {
        List<String> cells = new ArrayList<>(List.of(
                product.title(),
                text(product.description()),
                text(product.status()),
                text(product.brand()),
                text(product.publishAt()),
                Lists.write(Objects.requireNonNullElse(product.categories(), List.of())),
                Lists.write(Objects.requireNonNullElse(product.tags(), List.of())),
                attributes(product)));
        cells.addAll(texts);
        return cells;
    }

    private String attributes(ProductRequest product) {
        try {
            return product.attributes() == null || product.attributes().isEmpty()
                    ? ""
                    : json.writeValueAsString(product.attributes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("attributes can always be written", e);
        }
    }

    private static List<String> stock(ProductRequest.Variant variant) {
        return List.of(
                variant.sku(),
                text(variant.barcode()),
                text(variant.weightGrams()),
                text(variant.stock()),
                text(variant.stockPolicy()),
                text(variant.backorderLimit()),
                text(variant.availableAt()),
                text(variant.lowStock()));
    }

    private List<String> options(ProductRequest.Variant variant) {
        List<String> cells = new ArrayList<>();
        Map<String, String> options = variant.options() == null ? Map.of() : variant.options();
        new TreeMap<>(options).forEach((name, value) -> cells.addAll(List.of(name, value)));
        cells.addAll(Collections.nCopies(shape.options() * 2 - cells.size(), ""));
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
