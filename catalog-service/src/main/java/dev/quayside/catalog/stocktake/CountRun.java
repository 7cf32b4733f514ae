package dev.quayside.catalog.stocktake;

import dev.quayside.catalog.bulk.BatchedRun;
import dev.quayside.catalog.bulk.LineResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of counts on its way into the shop. */
final class CountRun extends BatchedRun<CountLine> {
    /** Orders for any of their skus wait until all of them are written. */
    private static final int MOST_LINES = 100;

    private final CountLines lines;
    private final CountChecks checks;
    private final CountWriter writer;

    CountRun(CountLines lines, CountChecks checks, CountWriter writer, boolean abort) {
        super(abort);
        this.lines = lines;
        this.checks = checks;
        this.writer = writer;
    }

    @Override
    protected Optional<CountLine> line() throws IOException {
        return lines.next();
    }

    @Override
    protected CountLine checked(CountLine line) {
        return checks.check(line);
    }

    @Override
    protected boolean isRefused(CountLine line) {
        return line.problem() != null;
    }

    @Override
    protected boolean isFull(List<CountLine> batch) {
        return batch.size() >= MOST_LINES;
    }

    @Override
    protected List<LineResult> write(List<CountLine> batch, Consumer<List<LineResult>> note) {
        return writer.write(batch, note);
    }
}
