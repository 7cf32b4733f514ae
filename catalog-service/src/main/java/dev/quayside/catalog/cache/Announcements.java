package dev.quayside.catalog.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;

/** Says what a transaction changes of what shoppers see: to all instances when it is committed, to this one before its caller is answered. */
@ApplicationScoped
public class Announcements {
    /** More than a batch of an import names; beyond that all answers are made anew, which costs less than so many names. */
    private static final int MOST_KEYS = 2_000;

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transactions;
    private final Knowledge knowledge;

    Announcements(EntityManager database, TransactionSynchronizationRegistry transactions, Knowledge knowledge) {
        this.database = database;
        this.transactions = transactions;
        this.knowledge = knowledge;
    }

    /** Announces the keys with the commit of the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void announce(Collection<String> changed) {
        Collection<String> keys = changed.size() > MOST_KEYS ? List.of(Keys.EVERYTHING) : changed;
        long transaction = ((Number) database.createNativeQuery("""
                        insert into storefront_changes (keys) values (:keys)
                        returning cast(cast(transaction as text) as bigint)""")
                        .setParameter("keys", keys.toArray(String[]::new))
                        .getSingleResult())
                .longValue();
        transactions.registerInterposedSynchronization(new Committed(() -> knowledge.heard(keys, transaction)));
    }

    /** A commit whose outcome is not known may have happened. */
    private record Committed(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Until the commit, old answers are right.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_ROLLEDBACK) {
                action.run();
            }
        }
    }
}
