package dev.quayside.payment.death;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The transactions of a step's thread, by annotation or by hand. Dying after a commit leaves all of it, and nothing of what was to come
 * after; one that is begun by the dead is never committed.
 */
@ApplicationScoped
class Commits {
    /** Whether a transaction that had something to commit was committed. */
    private static final class Ending implements Synchronization {
        private final boolean writes;
        private boolean committed;

        Ending(boolean writes) {
            this.writes = writes;
        }

        @Override
        public void beforeCompletion() {
            // Only the outcome counts.
        }

        @Override
        public void afterCompletion(int status) {
            committed = writes && status == Status.STATUS_COMMITTED;
        }
    }

    private static final ThreadLocal<Ending> ENDING = new ThreadLocal<>();

    private final Cuts cuts;
    private final EntityManager database;
    private final TransactionSynchronizationRegistry transactions;

    Commits(Cuts cuts, EntityManager database, TransactionSynchronizationRegistry transactions) {
        this.cuts = cuts;
        this.database = database;
        this.transactions = transactions;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (cuts.isDead()) {
            transactions.setRollbackOnly();
        }
    }

    void ends(@Observes @BeforeDestroyed(TransactionScoped.class) Object transaction) {
        if (cuts.isWatching() && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            Ending ending = new Ending(writes());
            ENDING.set(ending);
            transactions.registerInterposedSynchronization(ending);
        }
    }

    void ended(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        Ending ending = ENDING.get();
        ENDING.remove();
        if (ending != null && ending.committed) {
            cuts.pass("after the commit of " + caller());
        }
    }

    /** Whether it has changed or locked a row: only then does it have a number of its own. One that has failed has nothing. */
    private boolean writes() {
        try {
            database.flush();
            return (boolean) database.createNativeQuery("select pg_current_xact_id_if_assigned() is not null")
                    .getSingleResult();
        } catch (PersistenceException failed) {
            return false;
        }
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("dev.quayside"))
                        .filter(frame -> !frame.getClassName().startsWith(Commits.class.getName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::getMethodName))
                .orElse("a transaction");
    }
}
