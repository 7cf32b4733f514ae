package dev.quayside.catalog.collection;

import dev.quayside.kit.step.DurableStep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Applies a collection's new rule to all products, in batches of their own transactions. Run again from the start after a crash, it only
 * finds most of it done.
 */
@ApplicationScoped
class FillCollection implements DurableStep {
    static final String NAME = "fill-collection";

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Members members;
    private final Clock clock;

    FillCollection(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID collection) {
        UUID after = FIRST;
        while (after != null) {
            UUID from = after;
            after = QuarkusTransaction.requiringNew()
                    .call(() -> members.fill(collection, from, BATCH, clock.instant()));
        }
        return Outcome.DONE;
    }
}
