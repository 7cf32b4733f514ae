package dev.quayside.payment.backfill;

import dev.quayside.kit.step.RecurringStep;
import dev.quayside.payment.gateway.PaymentLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds refunds, disputes and PaymentIntents that our rows lack: Stripe may never have made an event about them. */
@ApplicationScoped
class BackfillObjectsStep implements RecurringStep {
    static final String NAME = "backfill-objects";

    private final Walk walk;
    private final PaymentLists lists;
    private final Gaps gaps;
    private final Duration every;

    BackfillObjectsStep(
            Walk walk,
            PaymentLists lists,
            Gaps gaps,
            @ConfigProperty(name = "quayside.payment.backfill-every") Duration every) {
        this.walk = walk;
        this.lists = lists;
        this.gaps = gaps;
        this.every = every;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID always) {
        boolean finished = walk.run(ListName.INTENTS, lists::intents, gaps::intents);
        finished &= walk.run(ListName.REFUNDS, lists::refunds, refunds -> refunds.forEach(gaps::refund));
        finished &= walk.run(ListName.DISPUTES, lists::disputes, disputes -> disputes.forEach(gaps::dispute));
        return Outcome.again(finished ? every : Walk.GO_ON);
    }
}
