package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.ProductText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a table has for texts in other languages, {@code title de} and {@code description de} for each. A text that it has no
 * column for stays as it is.
 */
final class TextColumns {
    private static final List<String> NAMES = List.of("title", "description");
    private static final Pattern FORM = Pattern.compile("(title|description) " + Languages.TAG);

    private final Set<String> columns;

    private TextColumns(Set<String> columns) {
        this.columns = columns;
    }

    /** Those among the columns of a table. */
    static TextColumns of(Set<String> all) {
        return new TextColumns(
                all.stream().filter(TextColumns::isKnown).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    static boolean isKnown(String column) {
        return FORM.matcher(column).matches();
    }

    Set<String> columns() {
        return columns;
    }

    static List<String> header(List<String> languages) {
        return languages.stream()
                .flatMap(tag -> NAMES.stream().map(name -> name + " " + tag))
                .toList();
    }

    void read(Row row, ObjectNode product) {
        columns.forEach(column -> {
            int space = column.indexOf(' ');
            ObjectNode text = product.withObject("/translations/" + column.substring(space + 1));
            if (row.has(column)) {
                text.put(column.substring(0, space), row.get(column));
            }
        });
    }

    /** The cells of a product, in the order of the header. */
    static List<String> write(ProductRequest product, List<String> languages) {
        List<String> cells = new ArrayList<>();
        for (String tag : languages) {
            ProductText text = product.translations() == null
                    ? null
                    : product.translations().get(tag);
            cells.add(cell(text == null ? null : text.title()));
            cells.add(cell(text == null ? null : text.description()));
        }
        return cells;
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : text;
    }
}
