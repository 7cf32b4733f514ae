package dev.quayside.catalog.stocktake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.NdjsonLines;
import dev.quayside.catalog.bulk.TextLines;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Newline-delimited JSON in UTF-8: a count a line. */
public final class NdjsonCounts implements CountLines {
    private final TextLines lines;
    private final ObjectMapper json;

    public NdjsonCounts(InputStream in, ObjectMapper json) {
        this.lines = new TextLines(in);
        this.json = json;
    }

    @Override
    public Optional<CountLine> next() throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        if (lines.isTooLong()) {
            return Optional.of(
                    failed(NdjsonLines.problem("line_too_long", "a line may have " + TextLines.MOST_BYTES + " bytes")));
        }
        try {
            CountedUnits units = json.readValue(lines.text(), CountedUnits.class);
            return Optional.of(
                    units == null
                            ? failed(NdjsonLines.problem("not_an_object", "a line must be a JSON object"))
                            : CountLine.read(lines.number(), units));
        } catch (JsonProcessingException unreadable) {
            return Optional.of(failed(BodyFaults.of(unreadable)));
        }
    }

    private CountLine failed(ProblemException problem) {
        return CountLine.failed(lines.number(), null, null, problem);
    }
}
