package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableStep;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Pays a refund that was asked for, and asks again until it is settled: at Stripe it may be pending for days. */
@ApplicationScoped
class PayRefundStep implements DurableStep {
    static final String NAME = "pay-refund";

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);

    private final Refunds refunds;
    private final RefundPayment payment;
    private final Clock clock;

    PayRefundStep(Refunds refunds, RefundPayment payment, Clock clock) {
        this.refunds = refunds;
        this.payment = payment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID refundId) {
        BookedRefund refund = refunds.find(refundId).orElseThrow();
        boolean settled = refund.state() != RefundState.PENDING || payment.pay(refund);
        return settled ? Outcome.DONE : Outcome.again(pace(refund));
    }

    /** News of the payment do not wait for it. */
    private Duration pace(BookedRefund refund) {
        Duration age = Duration.between(refund.createdAt(), clock.instant());
        if (age.compareTo(LATER) < 0) {
            return SOON;
        }
        return age.compareTo(Duration.ofHours(1)) < 0 ? LATER : MUCH_LATER;
    }
}
