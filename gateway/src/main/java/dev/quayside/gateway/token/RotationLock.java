package dev.quayside.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Lets one instance at a time change the keys. It is PostgreSQL's: all instances have it, while locks on shared files differ. */
@ApplicationScoped
class RotationLock {
    private final EntityManager database;

    RotationLock(EntityManager database) {
        this.database = database;
    }

    /** Does something while no other instance does. */
    @Transactional
    <T> T holding(Supplier<T> work) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext('signing_keys.rotation'))", Object.class)
                .getSingleResult();
        return work.get();
    }
}
