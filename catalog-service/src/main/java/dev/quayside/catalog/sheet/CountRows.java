package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.stocktake.CountLine;
import dev.quayside.catalog.stocktake.CountLines;
import dev.quayside.catalog.stocktake.CountedUnits;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table of counts: the columns sku and counted, location if it is not main, expected and countedAt. */
final class CountRows implements CountLines {
    private static final String SKU = "sku";
    private static final String LOCATION = "location";
    private static final String COUNTED = "counted";
    private static final String EXPECTED = "expected";
    private static final String COUNTED_AT = "countedAt";
    private static final Set<String> NEEDED = Set.of(SKU, COUNTED);

    private final Table table;
    private final ObjectMapper json;

    CountRows(Table table, ObjectMapper json) {
        this.table = table;
        this.json = json;
        Set<String> others = new TreeSet<>(table.columns().keySet());
        others.removeAll(List.of(SKU, LOCATION, COUNTED, EXPECTED, COUNTED_AT));
        if (!table.columns().keySet().containsAll(NEEDED) || !others.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST,
                    "the columns do not make a count: needed are sku and counted, known are location, expected and countedAt too, in the"
                            + " file or by a mapping; map others to \"\" to pass them over");
        }
    }

    @Override
    public Optional<CountLine> next() throws IOException {
        return table.next().map(this::line);
    }

    private CountLine line(Row row) {
        Faults faults = new Faults();
        if (row.isTooLong()) {
            faults.add(row, "", "too_many_cells", "the row has more cells than there are columns");
        }
        ObjectNode units = json.createObjectNode().put(SKU, row.get(SKU).strip());
        for (String text : List.of(LOCATION, COUNTED_AT)) {
            if (row.has(text)) {
                units.put(text, row.get(text).strip());
            }
        }
        Numbers.whole(row, COUNTED, units, COUNTED, faults);
        Numbers.whole(row, EXPECTED, units, EXPECTED, faults);
        Optional<ProblemException> problem = faults.problem();
        if (problem.isPresent()) {
            return failed(row, problem.get());
        }
        try {
            return CountLine.read(row.line(), json.treeToValue(units, CountedUnits.class));
        } catch (JsonProcessingException unreadable) {
            return failed(row, BodyFaults.of(unreadable));
        }
    }

    private static CountLine failed(Row row, ProblemException problem) {
        String location = row.get(LOCATION);
        return CountLine.failed(row.line(), row.get(SKU), location.isEmpty() ? null : location, problem);
    }
}
