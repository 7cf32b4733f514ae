package dev.quayside.order.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where calls wait until a test lets them go on. */
public final class Gate {
    private static final long LONGEST_SECONDS = 20;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    public void open() {
        opened.countDown();
    }

    /** How many calls have come to the gate. */
    public int arrived() {
        return waiting.get();
    }

    void pass() {
        waiting.incrementAndGet();
        await(opened, TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
    }

    static void waitFor(long millis) {
        await(new CountDownLatch(1), millis);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            var unused = latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
