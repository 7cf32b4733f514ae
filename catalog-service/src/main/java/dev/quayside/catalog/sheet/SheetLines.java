package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.ProductLine;
import dev.quayside.catalog.bulk.ProductLines;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.Told;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of products: rows that follow each other with one key are one. */
final class SheetLines implements ProductLines {
    /** Characters of all rows of one product. */
    private static final int MOST_CHARACTERS = 1 << 21;

    private static final int MOST_ROWS = 1_000;

    private final Table table;
    private final Layout layout;
    private final ObjectMapper json;
    private final Told told;
    private @Nullable Row ahead;
    private boolean begun;

    SheetLines(Table table, Layout layout, ObjectMapper json) {
        this.table = table;
        this.layout = layout;
        this.json = json;
        this.told = layout.told(table.columns().keySet());
    }

    @Override
    public Optional<ProductLine> next() throws IOException {
        if (!begun) {
            begun = true;
            ahead = table.next().orElse(null);
        }
        Row first = ahead;
        return first == null ? Optional.empty() : Optional.of(product(first));
    }

    private ProductLine product(Row first) throws IOException {
        String key = first.get(layout.key());
        List<Row> rows = new ArrayList<>();
        int size = 0;
        boolean tooLarge = false;
        Row row = first;
        while (row != null && row.get(layout.key()).equals(key)) {
            size += row.size();
            tooLarge |= size > MOST_CHARACTERS || rows.size() == MOST_ROWS;
            if (!tooLarge) {
                rows.add(row);
            }
            row = table.next().orElse(null);
        }
        ahead = row;
        return tooLarge ? ProductLine.failed(first.line(), key, tooLarge()) : product(first, key, rows, size);
    }

    private ProductLine product(Row first, String key, List<Row> rows, int size) {
        Faults faults = new Faults();
        rows.stream()
                .filter(Row::isTooLong)
                .forEach(row -> faults.add(row, "", "too_many_cells", "the row has more cells than there are columns"));
        var product = layout.product(rows, faults);
        Optional<ProblemException> problem = faults.problem();
        if (problem.isPresent()) {
            return ProductLine.failed(first.line(), key, problem.get());
        }
        try {
            ProductRequest request = json.treeToValue(product, ProductRequest.class);
            return ProductLine.read(first.line(), request, size)
                    .ignoring(layout.ignored(rows))
                    .of(told);
        } catch (JsonProcessingException unreadable) {
            return ProductLine.failed(first.line(), key, BodyFaults.of(unreadable));
        }
    }

    private static ProblemException tooLarge() {
        String detail = "a product may have " + MOST_ROWS + " rows, with " + MOST_CHARACTERS + " characters together";
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED, detail, List.of(new FieldError("", "product_too_large", detail)));
    }
}
