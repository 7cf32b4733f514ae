package dev.quayside.payment.refund;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.payment.gateway.Patience;
import dev.quayside.payment.operation.OperationKind;
import dev.quayside.payment.operation.Operations;
import dev.quayside.payment.operation.Paces;
import dev.quayside.payment.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Goes on with a refund until it is settled: sends what has no answer yet, reads what Stripe has not decided. */
@ApplicationScoped
class FollowRefundStep implements DurableStep {
    // A refund can stay pending at Stripe for days.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Refunds refunds;
    private final RefundCall call;
    private final Operations operations;
    private final Payments payments;
    private final Paces paces;

    FollowRefundStep(Refunds refunds, RefundCall call, Operations operations, Payments payments, Paces paces) {
        this.refunds = refunds;
        this.call = call;
        this.operations = operations;
        this.payments = payments;
        this.paces = paces;
    }

    @Override
    public String name() {
        return Refunds.STEP;
    }

    @Override
    public Outcome run(UUID refundId) {
        FollowedRefund refund = refunds.find(refundId).orElseThrow();
        if (refund.status().isSettled()) {
            return Outcome.DONE;
        }
        if (operations.unsettled(refundId, OperationKind.REFUND).isPresent()) {
            call.attempt(refundId, Patience.WORKER);
        } else {
            String intentId =
                    Objects.requireNonNull(payments.get(refund.orderId()).paymentIntentId());
            call.read(refund, intentId, Patience.WORKER);
        }
        boolean settled = refunds.find(refundId).orElseThrow().status().isSettled();
        return settled ? Outcome.DONE : Outcome.again(paces.after(refund.createdAt(), LONGEST));
    }
}
