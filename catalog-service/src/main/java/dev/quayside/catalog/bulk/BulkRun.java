package dev.quayside.catalog.bulk;

import dev.quayside.catalog.bulk.BulkWriter.Options;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of products on its way into the shop. */
public final class BulkRun extends BatchedRun<ProductLine> {
    private static final int MOST_LINES = 200;
    private static final int MOST_VARIANTS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final ProductLines lines;
    private final LineChecks checks;
    private final BulkWriter writer;
    private final Options options;
    private final SeenKeys keys = new SeenKeys();

    BulkRun(ProductLines lines, LineChecks checks, BulkWriter writer, Options options) {
        super(options.abort());
        this.lines = lines;
        this.checks = checks;
        this.writer = writer;
        this.options = options;
    }

    @Override
    protected Optional<ProductLine> line() throws IOException {
        return lines.next();
    }

    @Override
    protected ProductLine checked(ProductLine line) {
        return checks.check(line, keys);
    }

    @Override
    protected boolean isRefused(ProductLine line) {
        return line.problem() != null;
    }

    @Override
    protected boolean isFull(List<ProductLine> batch) {
        return batch.size() >= MOST_LINES
                || batch.stream().mapToInt(ProductLine::variants).sum() >= MOST_VARIANTS
                || batch.stream().mapToInt(ProductLine::size).sum() >= MOST_BYTES;
    }

    @Override
    protected List<LineResult> write(List<ProductLine> batch, Consumer<List<LineResult>> note) {
        return writer.write(batch, options, note);
    }
}
