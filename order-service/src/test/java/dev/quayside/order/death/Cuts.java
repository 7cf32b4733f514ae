package dev.quayside.order.death;

import dev.quayside.order.testing.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where steps are to die. A step counts the places that it passes in its work for an order, over all of its runs. */
@ApplicationScoped
public class Cuts {
    /** What a process that dies looks like from inside: nothing that the service could handle. */
    static final class Death extends Error {
        Death(String place) {
            super("killed " + place, null, false, false);
        }
    }

    /** The runs of one step for one order. */
    static final class Walk {
        private final int deadly;
        private final AtomicInteger passed = new AtomicInteger();
        private final ReentrantLock one = new ReentrantLock();
        private volatile @Nullable String died;

        private Walk(int deadly) {
            this.deadly = deadly;
        }

        int places() {
            return passed.get();
        }

        Optional<String> died() {
            return Optional.ofNullable(died);
        }

        private void pass(String place) {
            if (passed.getAndIncrement() == deadly) {
                died = place;
                throw new Death(place);
            }
        }
    }

    /** No step gets that far: its places are only counted. */
    static final int NOWHERE = Integer.MAX_VALUE;

    private static final ThreadLocal<Walk> CURRENT = new ThreadLocal<>();

    private final Map<String, Walk> walks = new ConcurrentHashMap<>();
    private final Rows rows;

    Cuts(Rows rows) {
        this.rows = rows;
    }

    /** Has a step die at the n-th place, from 0, of its work for an order. */
    Walk arm(String step, String orderId, int place) {
        Walk walk = new Walk(place);
        walks.put(step + " " + orderId, walk);
        return walk;
    }

    void enter(String step, UUID subject) {
        if (!walks.isEmpty()) {
            String refunded = rows.text("select order_id from refunds where id = ?", subject.toString());
            Walk walk = walks.get(step + " " + (refunded.equals("none") ? subject : refunded));
            if (walk != null) {
                // One run after the other, though a step may run for two occasions at once: else what is counted is not
                // what is walked.
                walk.one.lock();
                CURRENT.set(walk);
            }
        }
    }

    void leave() {
        Walk walk = CURRENT.get();
        if (walk != null) {
            CURRENT.remove();
            walk.one.unlock();
        }
    }

    void disarm() {
        walks.clear();
    }

    boolean isWatching() {
        return CURRENT.get() != null;
    }

    /** Goes on, or not. */
    public void pass(String place) {
        Walk walk = CURRENT.get();
        if (walk != null) {
            walk.pass(place);
        }
    }
}
