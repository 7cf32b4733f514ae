package dev.quayside.payment.reconciliation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the page behind the one that is being committed: Stripe and the other services work while our database does. Never more than
 * one, so that two pages are in memory at most.
 */
final class ReadAhead {
    /** Longer than all the time-outs of what is read at once together. */
    private static final long MINUTES = 3;

    private final Function<RunState, Taken> read;
    private final Executor executor;
    private @Nullable RunState at;
    private @Nullable CompletableFuture<Taken> begun;

    ReadAhead(Function<RunState, Taken> read, Executor executor) {
        this.read = read;
        this.executor = executor;
    }

    /** The page at this place, if it was begun, or else read now. What reading it throws is thrown here. */
    Taken page(RunState run) {
        CompletableFuture<Taken> early = begun;
        begun = null;
        if (early == null || at == null || !at.isSamePlace(run)) {
            return read.apply(run);
        }
        try {
            return early.orTimeout(MINUTES, TimeUnit.MINUTES).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Begins with the page behind this one. */
    void beginBehind(RunState run, @Nullable String next) {
        if (next != null && run.stage().canBeReadAhead()) {
            RunState behind = run.at(next);
            at = behind;
            begun = CompletableFuture.supplyAsync(() -> read.apply(behind), executor);
        }
    }
}
