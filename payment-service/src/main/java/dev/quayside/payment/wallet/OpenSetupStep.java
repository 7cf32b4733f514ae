package dev.quayside.payment.wallet;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Goes on with a setup whose outcome is not known, until it is, or nobody can want it any more. */
@ApplicationScoped
class OpenSetupStep implements DurableStep {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SetupCall call;
    private final Setups setups;
    private final Paces paces;

    OpenSetupStep(SetupCall call, Setups setups, Paces paces) {
        this.call = call;
        this.setups = setups;
        this.paces = paces;
    }

    @Override
    public String name() {
        return Setups.OPEN_STEP;
    }

    @Override
    public Outcome run(UUID setupId) {
        if (setups.get(setupId).status() == SetupStatus.PENDING) {
            call.attempt(setupId, Patience.WORKER);
        }
        SetupState setup = setups.get(setupId);
        if (setup.status() != SetupStatus.PENDING) {
            return Outcome.DONE;
        }
        if (setups.isOld(setup)) {
            setups.giveUp(setupId);
            return Outcome.DONE;
        }
        return Outcome.again(paces.after(setup.createdAt(), LONGEST));
    }
}
