package dev.quayside.kit.probe;

import dev.quayside.kit.step.DurableStep;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Steps that die, once for a subject, before they do anything, as a killed process does. */
@Decorator
@Priority(1)
class MortalShipping implements DurableStep {
    /** What a process that dies looks like from inside. */
    static final class Death extends Error {}

    static final Set<UUID> DOOMED = ConcurrentHashMap.newKeySet();

    private final DurableStep step;

    MortalShipping(@Delegate @Any DurableStep step) {
        this.step = step;
    }

    @Override
    public String name() {
        return step.name();
    }

    @Override
    public Outcome run(UUID subject) {
        if (DOOMED.remove(subject)) {
            throw new Death();
        }
        return step.run(subject);
    }
}
