package dev.quayside.catalog.bulk;

import dev.quayside.catalog.bulk.BulkWriter.Options;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of products on its way into the shop. */
public final class BulkRun implements LineRun {
    private static final int MOST_LINES = 200;
    private static final int MOST_VARIANTS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final ProductLines lines;
    private final LineChecks checks;
    private final BulkWriter writer;
    private final Options options;
    private final SeenKeys keys = new SeenKeys();
    private boolean aborted;
    private @Nullable ProblemException unreadable;

    BulkRun(ProductLines lines, LineChecks checks, BulkWriter writer, Options options) {
        this.lines = lines;
        this.checks = checks;
        this.writer = writer;
        this.options = options;
    }

    @Override
    public void skip(long count) throws IOException {
        for (long n = 0; n < count; n++) {
            lines.next().ifPresent(line -> checks.check(line, keys));
        }
    }

    @Override
    public List<LineResult> next(Consumer<List<LineResult>> note) throws IOException {
        List<ProductLine> batch = aborted ? List.of() : read();
        if (batch.isEmpty()) {
            return List.of();
        }
        List<LineResult> results = writer.write(batch, options, note);
        aborted = options.abort() && results.get(results.size() - 1).isFailure();
        return results;
    }

    @Override
    public boolean isAborted() {
        return aborted;
    }

    private List<ProductLine> read() throws IOException {
        List<ProductLine> batch = new ArrayList<>();
        int variants = 0;
        int bytes = 0;
        while (batch.size() < MOST_LINES && variants < MOST_VARIANTS && bytes < MOST_BYTES) {
            Optional<ProductLine> next = readable(batch);
            if (next.isEmpty()) {
                return batch;
            }
            ProductLine line = checks.check(next.get(), keys);
            batch.add(line);
            variants += line.variants();
            bytes += line.size();
            if (options.abort() && line.problem() != null) {
                return batch;
            }
        }
        return batch;
    }

    /** The next line; what ends the file is told when the lines before it are written. */
    private Optional<ProductLine> readable(List<ProductLine> before) throws IOException {
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
