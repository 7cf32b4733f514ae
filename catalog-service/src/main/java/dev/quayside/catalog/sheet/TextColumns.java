package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.ProductText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of texts in other languages, {@code title de} and {@code description de} for each. Of a table without any of them products
 * keep their translations; one that has some says all that there are.
 */
final class TextColumns {
    private static final List<String> NAMES = List.of("title", "description");
    private static final String FORM = "(title|description) " + Languages.TAG;

    private TextColumns() {}

    static boolean isKnown(String column) {
        return column.matches(FORM);
    }

    static List<String> header(List<String> languages) {
        return languages.stream()
                .flatMap(tag -> NAMES.stream().map(name -> name + " " + tag))
                .toList();
    }

    static void read(Row row, ObjectNode product) {
        row.columns().keySet().stream().filter(TextColumns::isKnown).forEach(column -> {
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
