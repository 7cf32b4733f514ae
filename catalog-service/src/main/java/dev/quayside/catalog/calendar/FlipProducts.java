package dev.quayside.catalog.calendar;

import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.kit.step.RecurringStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Computes the products anew whose time has come, in batches of their own transactions: killed in one, it is as if that had not begun.
 * A product that somebody is changing is skipped, and is no longer due when that one is done, or is found the next time.
 */
@ApplicationScoped
class FlipProducts implements RecurringStep {
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final int BATCH = 200;

    private final EntityManager database;
    private final ReadModel readModel;
    private final Clock clock;

    FlipProducts(EntityManager database, ReadModel readModel, Clock clock) {
        this.database = database;
        this.readModel = readModel;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "flip-products";
    }

    @Override
    public Outcome run(UUID subject) {
        int most = readModel.atOnce(BATCH);
        int flipped = QuarkusTransaction.requiringNew().call(() -> batch(most));
        return Outcome.again(flipped == most ? Duration.ZERO : EVERY);
    }

    private int batch(int most) {
        List<?> due = database.createNativeQuery("""
                        select id from products where next_flip_at <= :now
                        order by next_flip_at, id limit :batch for no key update skip locked""")
                .setParameter("now", clock.instant())
                .setParameter("batch", most)
                .getResultList();
        readModel.productsChanged(due.stream().map(UUID.class::cast).toList());
        return due.size();
    }
}
