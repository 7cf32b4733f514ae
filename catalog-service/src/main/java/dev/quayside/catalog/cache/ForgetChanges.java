package dev.quayside.catalog.cache;

import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;

/** Forgets changes that every instance has read, or has missed for so long that it starts over; by the database's clock. */
@ApplicationScoped
class ForgetChanges implements RecurringStep {
    private static final Duration KEPT = ChangeFeed.LONGEST_GAP.multipliedBy(5);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final EntityManager database;

    ForgetChanges(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "forget-storefront-changes";
    }

    @Override
    public Outcome run(UUID subject) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                delete from storefront_changes
                                where at < clock_timestamp() - make_interval(secs => cast(:kept as int))""")
                        .setParameter("kept", Math.toIntExact(KEPT.toSeconds()))
                        .executeUpdate());
        return Outcome.again(EVERY);
    }
}
