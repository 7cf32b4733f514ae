package dev.quayside.payment.death;

import dev.quayside.kit.step.DurableStep;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.UUID;

/** Any step, which may die before it does anything. */
@Decorator
@Priority(1)
class MortalStep implements DurableStep {
    private final DurableStep step;
    private final Cuts cuts;

    MortalStep(@Delegate @Any DurableStep step, Cuts cuts) {
        this.step = step;
        this.cuts = cuts;
    }

    @Override
    public String name() {
        return step.name();
    }

    @Override
    public Outcome run(UUID subject) {
        cuts.enter(name(), subject);
        try {
            cuts.pass("before it began");
            Outcome outcome = step.run(subject);
            cuts.live();
            return outcome;
        } finally {
            cuts.leave();
        }
    }
}
