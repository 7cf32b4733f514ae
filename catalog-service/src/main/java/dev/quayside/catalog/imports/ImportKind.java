package dev.quayside.catalog.imports;

import java.util.List;
import java.util.Locale;

/** What the lines of an import's file are. */
enum ImportKind {
    /** Products with their variants, in any of the formats. */
    PRODUCTS("import", "/v1/admin/imports", RunImportStep.NAME),
    /** What was counted of skus at locations. */
    STOCK_TAKE("stock_take", "/v1/admin/stock-takes", RunStockTakeStep.NAME);

    private final String subject;
    private final String path;
    private final String step;

    ImportKind(String subject, String path, String step) {
        this.subject = subject;
        this.path = path;
        this.step = step;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** What it is called in the audit log; its actions begin with it. */
    String subject() {
        return subject;
    }

    /** Where they are. */
    String path() {
        return path;
    }

    /** The step that runs one. */
    String step() {
        return step;
    }

    /** What a line is told from the others by. */
    List<String> keys() {
        return switch (this) {
            case PRODUCTS -> List.of("slug");
            case STOCK_TAKE -> List.of("sku", "location");
        };
    }

    /** An import as staff see it. */
    Object view(FileImport one) {
        return this == PRODUCTS ? one.view() : StockTakeView.of(one);
    }
}
