package dev.quayside.catalog.imports;

import dev.quayside.catalog.bulk.BulkRuns;
import dev.quayside.catalog.bulk.LineRun;
import dev.quayside.catalog.sheet.CountFiles;
import dev.quayside.catalog.sheet.ProductFiles;
import dev.quayside.catalog.stock.StockCounts;
import dev.quayside.catalog.stocktake.CountRuns;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Begins what writes an import's file, by its kind. */
@ApplicationScoped
class ImportRuns {
    private final ProductFiles products;
    private final BulkRuns bulk;
    private final CountFiles counts;
    private final CountRuns stock;

    ImportRuns(ProductFiles products, BulkRuns bulk, CountFiles counts, CountRuns stock) {
        this.products = products;
        this.bulk = bulk;
        this.counts = counts;
        this.stock = stock;
    }

    LineRun of(FileImport one, InputStream file) throws IOException {
        ImportSettings settings = one.settings();
        return switch (one.kind()) {
            case PRODUCTS ->
                bulk.of(products.open(file, settings.file()), settings.abort(), settings.dryRun(), one.actor());
            case STOCK_TAKE -> {
                StockCounts.Terms terms = new StockCounts.Terms(
                        "stock-take " + one.id(),
                        one.actor(),
                        settings.abort(),
                        settings.dryRun(),
                        settings.countedAt());
                yield stock.of(counts.open(file, settings.file()), terms);
            }
        };
    }
}
