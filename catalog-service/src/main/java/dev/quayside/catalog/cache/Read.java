package dev.quayside.catalog.cache;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One read of an answer, which several wait for. */
final class Read {
    /** As long as for a connection of the pool, which is most of what a read can wait for itself. */
    private static final long PATIENCE_SECONDS = 5;

    private final long began;
    private final CompletableFuture<Optional<Made>> result = new CompletableFuture<>();

    Read(long began) {
        this.began = began;
    }

    /** Reads, in this thread. Nobody finds a read any more that is over. */
    Optional<Made> lead(Supplier<Optional<Made>> read, Runnable over) {
        try {
            Optional<Made> made = read.get();
            over.run();
            result.complete(made);
            return made;
        } catch (RuntimeException | Error failure) {
            over.run();
            result.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Waits until it is over, at most some seconds (503 {@code busy}); empty if it failed. */
    Optional<Made> await() {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            return Optional.empty();
        } catch (TimeoutException tooLong) {
            throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /** What came of one that is over, or what it failed with. */
    Optional<Made> outcome() {
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    boolean hasBegunAfter(long nanos) {
        return began - nanos >= 0;
    }

    private static ProblemException busy() {
        return new ProblemException(CommonProblem.BUSY, "the answer is being made and takes too long; ask again");
    }
}
