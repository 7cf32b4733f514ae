package dev.quayside.kit.step;

import dev.quayside.kit.step.DurableStep.Outcome;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one step of a kind run at a time in this process; the others ask to be run again after a while. For work that is long or waits for
 * somebody slow: it must not keep all the threads that business steps need.
 */
public final class OneAtATime {
    private final Duration later;
    private final ReentrantLock running = new ReentrantLock();

    public OneAtATime(Duration later) {
        this.later = later;
    }

    /** Does the work unless another is at it; its outcome, or that it is to be tried again later. */
    public Outcome run(Supplier<Outcome> work) {
        if (!running.tryLock()) {
            return Outcome.again(later);
        }
        try {
            return work.get();
        } finally {
            running.unlock();
        }
    }
}
