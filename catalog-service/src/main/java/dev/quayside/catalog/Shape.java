package dev.quayside.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * What products are filed by: the tree of categories and the rules of collections. Those who file products share its lock, and who
 * changes it has it alone, until the transaction ends: a product that is not committed yet could not be found to be filed anew.
 */
@ApplicationScoped
public class Shape {
    /** The number that PostgreSQL's advisory lock goes by; it means nothing else. */
    private static final long LOCK = 0x7368617065L;

    private final EntityManager database;

    Shape(EntityManager database) {
        this.database = database;
    }

    /** Waits for those who are changing it. */
    @Transactional(TxType.MANDATORY)
    public void use() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Waits for those who are using or changing it; comes before any lock on a row. */
    @Transactional(TxType.MANDATORY)
    public void change() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        database.createNativeQuery("select cast(" + function + "(:lock) as text)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }
}
