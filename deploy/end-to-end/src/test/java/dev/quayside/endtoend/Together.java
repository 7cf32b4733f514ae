package dev.quayside.endtoend;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers at once. */
final class Together {
    private Together() {}

    /** Makes so many calls, each on a thread of its own, and waits for all of them. */
    static <T> List<T> call(int times, IntFunction<T> call) {
        ExecutorService callers = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running = IntStream.range(0, times)
                    .mapToObj(n -> callers.submit(() -> call.apply(n)))
                    .toList();
            return running.stream().map(Together::result).toList();
        } finally {
            callers.shutdownNow();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a call did not end: " + e.getMessage(), e);
        }
    }
}
