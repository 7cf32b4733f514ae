package dev.quayside.payment.webhook;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works on an event at once, while its own step may be waiting for a long time. If it does not succeed, that one goes on. */
@ApplicationScoped
class ReplayEventStep implements DurableStep {
    static final String NAME = "replay-stripe-event";
    private static final Logger LOG = Logger.getLogger(ReplayEventStep.class);

    private final EventWork work;

    ReplayEventStep(EventWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        try {
            return work.run(id);
        } catch (RuntimeException fault) {
            LOG.infof("the replay of event %s failed: %s", id, fault);
            return Outcome.DONE;
        }
    }
}
