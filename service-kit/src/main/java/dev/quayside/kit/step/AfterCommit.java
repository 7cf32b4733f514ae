package dev.quayside.kit.step;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Runs something once the current transaction is committed, and only then. */
record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {
        // Nothing is owed before the outcome is known.
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            action.run();
        }
    }
}
