package dev.quayside.stripe.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Runs acts: pieces of work on the state, one after the other on one thread, each committed when it ends and undone when
 * it throws. Whoever needs two changes to live or die together makes them in one act.
 */
public final class Book {
    private final Store store;
    private final WorkerExecutor thread;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private volatile boolean closed;
    private Origin origin = Origin.NONE;

    public Book(Vertx vertx, Store store) {
        this.store = store;
        this.thread = vertx.createSharedWorkerExecutor("stripe-book-" + UUID.randomUUID(), 1);
    }

    /** Completes once the work is committed. */
    public <T> Future<T> act(Origin by, Callable<T> work) {
        return closed
                ? Future.failedFuture(new IllegalStateException("the stand-in is closed"))
                : thread.executeBlocking(() -> run(by, work), false);
    }

    private <T> T run(Origin by, Callable<T> work) throws Exception {
        boolean done = false;
        try {
            origin = by;
            T result = work.call();
            store.commit();
            done = true;
            afterCommit.forEach(Runnable::run);
            return result;
        } finally {
            afterCommit.clear();
            origin = Origin.NONE;
            if (!done) {
                store.rollback();
            }
        }
    }

    /** Who caused the act that is running. */
    public Origin origin() {
        return origin;
    }

    /** To be done when the running act is committed, and not at all if it is undone. */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** Lets the acts that wait come to their end and takes no more; an interrupted write would cost the store its file. */
    public Future<Boolean> close() {
        Future<Boolean> last = act(Origin.NONE, () -> true);
        closed = true;
        return last;
    }
}
