package dev.quayside.gateway.token;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.DurableSteps;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;

/** Looks every ten minutes, in one of the instances, whether keys are due. */
@ApplicationScoped
class RotateKeys implements DurableStep {
    private static final String NAME = "rotate-signing-keys";
    private static final UUID ALL = new UUID(0, 0);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final KeyRotation rotation;

    RotateKeys(KeyRotation rotation) {
        this.rotation = rotation;
    }

    void start(@Observes StartupEvent started, DurableSteps steps) {
        steps.schedule(NAME, ALL);
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
