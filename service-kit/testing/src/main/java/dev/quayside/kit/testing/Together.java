package dev.quayside.kit.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** Runs things at the same moment, each in a thread of its own: a common pool has a single one where there are two processors. */
public final class Together {
    private Together() {}

    /** Runs all of them, let go together; the answers are in the order of the tasks. */
    public static <T> List<T> run(List<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get(90, TimeUnit.SECONDS));
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs the task of each index from 0 at once. */
    public static <T> List<T> run(int times, IntFunction<T> task) {
        return run(IntStream.range(0, times)
                .<Callable<T>>mapToObj(index -> () -> task.apply(index))
                .toList());
    }

    /** Runs the same thing several times at once. */
    public static <T> List<T> times(int times, Callable<T> task) {
        return run(Collections.nCopies(times, task));
    }

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
}
