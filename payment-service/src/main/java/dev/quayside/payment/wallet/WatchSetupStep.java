package dev.quayside.payment.wallet;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a setup that can be finished, ever more seldom, until it has ended or is given up: Stripe may never send an event about it. */
@ApplicationScoped
class WatchSetupStep implements DurableStep {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SetupReader reader;
    private final Setups setups;
    private final Clock clock;
    private final Pace pace;

    WatchSetupStep(
            SetupReader reader,
            Setups setups,
            Clock clock,
            @ConfigProperty(name = "quayside.payment.watch-first") Duration first) {
        this.reader = reader;
        this.setups = setups;
        this.clock = clock;
        // As long again as it has been open: 10 s, 20 s, 40 s, up to the longest.
        this.pace = new Pace(first, LONGEST, 1);
    }

    @Override
    public String name() {
        return Setups.WATCH_STEP;
    }

    @Override
    public Outcome run(UUID setupId) {
        if (setups.get(setupId).status() == SetupStatus.OPEN) {
            reader.read(setupId, Patience.WORKER);
        }
        SetupState setup = setups.get(setupId);
        if (setup.status() != SetupStatus.OPEN) {
            return Outcome.DONE;
        }
        if (setups.isOld(setup)) {
            setups.giveUp(setupId);
            return Outcome.DONE;
        }
        return Outcome.again(pace.after(setup.createdAt(), clock));
    }
}
