package dev.quayside.gateway.token;

import dev.quayside.kit.step.RecurringStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Looks every ten minutes, in one of the instances, whether keys are due. */
@ApplicationScoped
class RotateKeys implements RecurringStep {
    private static final String NAME = "rotate-signing-keys";
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final KeyRotation rotation;

    RotateKeys(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID subject) {
        rotation.keepUp();
        return Outcome.again(EVERY);
    }
}
