package dev.quayside.stripe.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last attempts of delivery, for tests to read. */
public final class Attempts {
    private static final int KEPT = 5_000;

    private final Deque<Attempt> last = new ArrayDeque<>();
    private long total;
    private long failed;

    synchronized void add(Attempt attempt) {
        total++;
        if (!attempt.succeeded()) {
            failed++;
        }
        last.addLast(attempt);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    public synchronized List<Attempt> all() {
        return List.copyOf(last);
    }

    public synchronized long total() {
        return total;
    }

    public synchronized long failed() {
        return failed;
    }

    public synchronized void clear() {
        last.clear();
        total = 0;
        failed = 0;
    }
}
