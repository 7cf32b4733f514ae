package dev.quayside.catalog.stocktake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.LineRun;
import dev.quayside.catalog.stock.StockCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/** Begins runs over files of counts. */
@ApplicationScoped
public class CountRuns {
    private final Validator validator;
    private final StockCounts stock;
    private final ObjectMapper json;

    CountRuns(Validator validator, StockCounts stock, ObjectMapper json) {
        this.validator = validator;
        this.stock = stock;
        this.json = json;
    }

    /** A run over a file. */
    public LineRun of(CountLines lines, StockCounts.Terms terms) {
        return new CountRun(lines, new CountChecks(validator), new CountWriter(stock, json, terms), terms.abort());
    }
}
