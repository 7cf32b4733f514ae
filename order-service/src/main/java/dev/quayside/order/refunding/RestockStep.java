package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Puts the units of a refund that has succeeded back on the shelf. */
@ApplicationScoped
class RestockStep implements DurableStep {
    static final String NAME = "restock-refund";

    private final Refunds refunds;
    private final Restocking restocking;

    RestockStep(Refunds refunds, Restocking restocking) {
        this.refunds = refunds;
        this.restocking = restocking;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID refundId) {
        BookedRefund refund = refunds.find(refundId).orElseThrow();
        if (refund.owesStock()) {
            restocking.bringBack(refund);
        }
        return Outcome.DONE;
    }
}
