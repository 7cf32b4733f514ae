package dev.quayside.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Calls at an even rate, whatever the answers take: each call's time begins when it was due, so that a server that stalls is not asked
 * less and looks no better for it. Or without a pause: each caller asks again as soon as it has its answer.
 *
 * @param callers how many calls can be under way at once
 * @param perSecond how many are due in a second; 0 for without a pause
 */
record Load(int callers, int perSecond, Duration length) {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;

    /** A call; whatever it throws counts as a failure. */
    interface Call {
        void make() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param micros of the calls that went well
     */
    record Outcome(Histogram micros, long failures) {
        long perSecond(Duration length) {
            return micros.getTotalCount() / Math.max(1, length.toSeconds());
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    Outcome put(Call call) throws InterruptedException {
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        AtomicLong failures = new AtomicLong();
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long all = perSecond == 0 ? Long.MAX_VALUE : perSecond * length.toSeconds();
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        for (int n = 0; n < callers; n++) {
            pool.execute(() -> {
                for (long i = next.getAndIncrement(); i < all && !isOver(start); i = next.getAndIncrement()) {
                    long due = due(start, i);
                    waitUntil(due);
                    try {
                        call.make();
                        micros.recordValue(
                                Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
                    } catch (Exception failed) {
                        failures.incrementAndGet();
                    }
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(length.toSeconds() + 120, TimeUnit.SECONDS)) {
            pool.shutdownNow();
        }
        return new Outcome(micros, failures.get());
    }

    /** Calls that are due are made, however late it is. */
    private boolean isOver(long start) {
        return perSecond == 0 && System.nanoTime() - start > length.toNanos();
    }

    private long due(long start, long call) {
        return perSecond == 0 ? System.nanoTime() : start + call * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
