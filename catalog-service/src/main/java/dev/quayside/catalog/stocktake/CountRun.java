package dev.quayside.catalog.stocktake;

import dev.quayside.catalog.bulk.LineResult;
import dev.quayside.catalog.bulk.LineRun;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of counts on its way into the shop. */
final class CountRun implements LineRun {
    /** Orders for any of their skus wait until all of them are written. */
    private static final int MOST_LINES = 100;

    private final CountLines lines;
    private final CountChecks checks;
    private final CountWriter writer;
    private final boolean abort;
    private boolean aborted;
    private @Nullable ProblemException unreadable;

    CountRun(CountLines lines, CountChecks checks, CountWriter writer, boolean abort) {
        this.lines = lines;
        this.checks = checks;
        this.writer = writer;
        this.abort = abort;
    }

    @Override
    public void skip(long count) throws IOException {
        for (long n = 0; n < count; n++) {
            lines.next().ifPresent(checks::check);
        }
    }

    @Override
    public List<LineResult> next(Consumer<List<LineResult>> note) throws IOException {
        List<CountLine> batch = aborted ? List.of() : read();
        if (batch.isEmpty()) {
            return List.of();
        }
        List<LineResult> results = writer.write(batch, note);
        aborted = abort && results.get(results.size() - 1).isFailure();
        return results;
    }

    @Override
    public boolean isAborted() {
        return aborted;
    }

    private List<CountLine> read() throws IOException {
        List<CountLine> batch = new ArrayList<>();
        while (batch.size() < MOST_LINES) {
            Optional<CountLine> next = readable(batch);
            if (next.isEmpty()) {
                return batch;
            }
            CountLine line = checks.check(next.get());
            batch.add(line);
            if (abort && line.problem() != null) {
                return batch;
            }
        }
        return batch;
    }

    /** The next line; what ends the file is told when the lines before it are written. */
    private Optional<CountLine> readable(List<CountLine> before) throws IOException {
        try {
            if (unreadable != null) {
                throw unreadable;
            }
            return lines.next();
        } catch (ProblemException end) {
            if (before.isEmpty()) {
                throw end;
            }
            unreadable = end;
            return Optional.empty();
        }
    }
}
