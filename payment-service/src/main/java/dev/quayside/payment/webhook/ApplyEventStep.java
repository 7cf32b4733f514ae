package dev.quayside.payment.webhook;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Works on an event until that has succeeded. */
@ApplicationScoped
class ApplyEventStep implements DurableStep {
    private final EventWork work;

    ApplyEventStep(EventWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return Inbox.STEP;
    }

    @Override
    public Outcome run(UUID id) {
        return work.run(id);
    }
}
