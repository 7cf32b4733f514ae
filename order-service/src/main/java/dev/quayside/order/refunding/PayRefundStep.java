package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.Refunds;
import dev.quayside.order.upstream.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pays a refund that was asked for, and asks again until it is settled: at Stripe it may be pending for days. */
@ApplicationScoped
class PayRefundStep implements DurableStep {
    static final String NAME = "pay-refund";

    private final Refunds refunds;
    private final RefundPayment payment;
    private final Pace pace;

    PayRefundStep(Refunds refunds, RefundPayment payment, Pace pace) {
        this.refunds = refunds;
        this.payment = payment;
        this.pace = pace;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID refundId) {
        BookedRefund refund = refunds.find(refundId).orElseThrow();
        boolean settled = refund.state() != RefundState.PENDING || payment.pay(refund);
        return settled ? Outcome.DONE : Outcome.again(pace.since(refund.createdAt()));
    }
}
