package dev.quayside.catalog.bulk;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Results on their way to a caller who may send all of its lines before it reads any of them. As long as there is input to read, a caller
 * that does not take its results is not waited for: they go to a file, and are sent when the input has ended. Waiting for such a caller
 * would be for ever, because it waits for us to take what it sends.
 */
final class ResultStream implements Closeable {
    /** Less than what the connection takes at once, so that a piece never has to wait for its second half. */
    private static final int PIECE = 4096;

    private final OutputStream caller;
    private final BooleanSupplier full;
    private @Nullable Path file;
    private @Nullable OutputStream kept;

    ResultStream(OutputStream caller, BooleanSupplier full) {
        this.caller = caller;
        this.full = full;
    }

    /** Sends what the caller takes now and keeps the rest. */
    void write(byte[] results) throws IOException {
        for (int from = 0; from < results.length; from += PIECE) {
            int length = Math.min(PIECE, results.length - from);
            if (kept == null && !full.getAsBoolean()) {
                caller.write(results, from, length);
                caller.flush();
            } else {
                keep().write(results, from, length);
            }
        }
    }

    /** Sends what was kept, at the pace at which it is taken. The input must have ended. */
    void finish() throws IOException {
        OutputStream written = kept;
        Path there = file;
        if (written != null && there != null) {
            written.close();
            try (InputStream results = Files.newInputStream(there)) {
                results.transferTo(caller);
            }
        }
        caller.flush();
    }

    private OutputStream keep() throws IOException {
        OutputStream open = kept;
        if (open == null) {
            file = Files.createTempFile("quayside-results", ".ndjson");
            open = new BufferedOutputStream(Files.newOutputStream(file));
            kept = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
