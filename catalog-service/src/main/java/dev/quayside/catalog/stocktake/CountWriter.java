package dev.quayside.catalog.stocktake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.Contended;
import dev.quayside.catalog.bulk.FieldChange;
import dev.quayside.catalog.bulk.LineResult;
import dev.quayside.catalog.stock.StockCounts;
import dev.quayside.catalog.stock.StockCounts.Count;
import dev.quayside.catalog.stock.StockCounts.Outcome;
import dev.quayside.catalog.stock.StockCounts.Terms;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Takes the counts of checked lines, and notes what became of each, in one transaction. */
final class CountWriter {
    private final StockCounts stock;
    private final ObjectMapper json;
    private final Terms terms;

    CountWriter(StockCounts stock, ObjectMapper json, Terms terms) {
        this.stock = stock;
        this.json = json;
        this.terms = terms;
    }

    /** A result for each line; with {@code abort} the last one may be a failure, and those behind it have none. */
    List<LineResult> write(List<CountLine> lines, Consumer<List<LineResult>> note) {
        return Contended.transaction(() -> {
            List<LineResult> results = results(lines);
            note.accept(results);
            return results;
        });
    }

    private List<LineResult> results(List<CountLine> lines) {
        List<Count> counts = new ArrayList<>();
        for (CountLine line : lines) {
            CountedUnits units = line.units();
            if (units != null) {
                counts.add(new Count(units.sku(), units.place(), units.counted(), units.expected(), units.countedAt()));
            }
        }
        Iterator<Outcome> outcomes = stock.take(counts, terms).iterator();
        List<LineResult> results = new ArrayList<>();
        for (CountLine line : lines) {
            results.add(result(line, outcomes));
            if (terms.abort() && results.get(results.size() - 1).isFailure()) {
                return results;
            }
        }
        return results;
    }

    private LineResult result(CountLine line, Iterator<Outcome> outcomes) {
        ProblemException problem = line.problem();
        CountedUnits units = line.units();
        if (problem != null || units == null) {
            return line.refused(Objects.requireNonNull(problem));
        }
        Outcome outcome = outcomes.next();
        ProblemException refused = outcome.refused();
        if (refused != null) {
            return line.refused(refused);
        }
        boolean changed = outcome.before() != outcome.after();
        return line.done(changed, changed && terms.dryRun() ? List.of(change(outcome)) : List.of());
    }

    private FieldChange change(Outcome outcome) {
        return new FieldChange("onHand", json.valueToTree(outcome.before()), json.valueToTree(outcome.after()));
    }
}
