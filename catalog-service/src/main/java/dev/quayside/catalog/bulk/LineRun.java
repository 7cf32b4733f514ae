package dev.quayside.catalog.bulk;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One file on its way into the shop, batch by batch. */
public interface LineRun {
    /** Passes over lines with a result, which an earlier run of the same file has dealt with. */
    void skip(long count) throws IOException;

    /**
     * Writes the next batch and gives its results; none at the end, or after the failure that has ended it.
     *
     * @param note is told the results in the transaction that they are committed by, perhaps in several parts
     */
    List<LineResult> next(Consumer<List<LineResult>> note) throws IOException;

    /** Whether a failure has ended it. */
    boolean isAborted();
}
