package dev.quayside.catalog.bulk;

import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What runs over files have in common: lines are checked and written in batches, the first failure ends a run that is to abort, and what
 * ends the file is told when the lines before it are written.
 *
 * @param <T> a line
 */
public abstract class BatchedRun<T> implements LineRun {
    private final boolean abort;
    private boolean aborted;
    private @Nullable ProblemException unreadable;

    protected BatchedRun(boolean abort) {
        this.abort = abort;
    }

    /** The file's next line, or empty at its end; an exception ends it too. */
    protected abstract Optional<T> line() throws IOException;

    /** The line with what is wrong with it. */
    protected abstract T checked(T line);

    /** Whether something is wrong with a line that was checked. */
    protected abstract boolean isRefused(T line);

    /** Whether no more lines belong into a batch. */
    protected abstract boolean isFull(List<T> batch);

    /** Writes a batch; as {@link LineRun#next}. */
    protected abstract List<LineResult> write(List<T> batch, Consumer<List<LineResult>> note);

    @Override
    public final void skip(long count) throws IOException {
        for (long n = 0; n < count; n++) {
            line().ifPresent(this::checked);
        }
    }

    @Override
    public final List<LineResult> next(Consumer<List<LineResult>> note) throws IOException {
        List<T> batch = aborted ? List.of() : read();
        if (batch.isEmpty()) {
            return List.of();
        }
        List<LineResult> results = write(batch, note);
        aborted = abort && results.get(results.size() - 1).isFailure();
        return results;
    }

    @Override
    public final boolean isAborted() {
        return aborted;
    }

    private List<T> read() throws IOException {
        List<T> batch = new ArrayList<>();
        while (!isFull(batch)) {
            Optional<T> next = readable(batch);
            if (next.isEmpty()) {
                return batch;
            }
            T line = checked(next.get());
            batch.add(line);
            if (abort && isRefused(line)) {
                return batch;
            }
        }
        return batch;
    }

    private Optional<T> readable(List<T> before) throws IOException {
        try {
            if (unreadable != null) {
                throw unreadable;
            }
            return line();
        } catch (ProblemException end) {
            if (before.isEmpty()) {
                throw end;
            }
            unreadable = end;
            return Optional.empty();
        }
    }
}
