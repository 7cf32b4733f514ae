package dev.quayside.catalog.trash;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Forgets deleted products whose time is over, once an hour in one of the instances. */
@ApplicationScoped
class ForgetDeleted implements RecurringStep {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final Trash trash;

    ForgetDeleted(Trash trash) {
        this.trash = trash;
    }

    @Override
    public String name() {
        return "forget-deleted-products";
    }

    @Override
    public Outcome run(UUID subject) {
        return Outcome.again(trash.forget(BATCH) == BATCH ? Duration.ZERO : EVERY);
    }
}
