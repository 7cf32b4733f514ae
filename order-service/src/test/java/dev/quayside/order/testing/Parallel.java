package dev.quayside.order.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** Runs things at the same time. */
public final class Parallel {
    private Parallel() {}

    /** What a call gives that is made when a signal has come. */
    public static int after(CountDownLatch signal, IntSupplier call) {
        try {
            if (!signal.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the signal has not come");
            }
            return call.getAsInt();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts n runs at one signal and gives their results. */
    public static <T> List<T> run(int n, IntFunction<T> work) {
        CyclicBarrier start = new CyclicBarrier(n);
        ExecutorService threads = Executors.newFixedThreadPool(n);
        try {
            List<Callable<T>> runs = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int index = i;
                runs.add(() -> {
                    start.await();
                    return work.apply(index);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> run : threads.invokeAll(runs)) {
                results.add(run.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
