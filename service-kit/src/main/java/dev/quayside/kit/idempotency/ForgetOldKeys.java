package dev.quayside.kit.idempotency;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Forgets keys that no caller may count on any more, once an hour in one of the instances. */
@ApplicationScoped
class ForgetOldKeys implements RecurringStep {
    static final String NAME = "forget-old-keys";

    private static final Duration EVERY = Duration.ofHours(1);

    private final Idempotency keys;

    ForgetOldKeys(Idempotency keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        // A full batch means that there is more, and that nobody should wait for all of it in one transaction.
        return keys.forgetOld() == Idempotency.FORGOTTEN_AT_ONCE ? Outcome.again(Duration.ZERO) : Outcome.again(EVERY);
    }
}
