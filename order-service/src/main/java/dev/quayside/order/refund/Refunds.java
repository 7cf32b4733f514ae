package dev.quayside.order.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders owe back. */
@ApplicationScoped
public class Refunds {
    private final RefundRepository refunds;
    private final Clock clock;

    Refunds(RefundRepository refunds, Clock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    /** Writes, in the caller's transaction, what a cancelled order owes. It owes it once: the first amount stays. */
    @Transactional(TxType.MANDATORY)
    public void oweForCancellation(UUID orderId, long amount) {
        refunds.insertForCancellation(orderId, amount, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The order's refund whose outcome is not known yet. */
    @Transactional
    public Optional<OwedRefund> owed(UUID orderId) {
        return refunds.find("orderId = ?1 and status = 'pending'", orderId)
                .firstResultOptional()
                .map(refund -> new OwedRefund(refund.id, refund.orderId, refund.amount));
    }

    /** Settles a refund; settled before is fine. */
    @Transactional
    public void succeeded(UUID refundId) {
        settle(refundId, "succeeded", null);
    }

    /** Settles a refund that a person has to see to; settled before is fine. */
    @Transactional
    public void failed(UUID refundId, @Nullable String reason) {
        settle(refundId, "failed", reason);
    }

    private void settle(UUID refundId, String status, @Nullable String reason) {
        var unused = refunds.settle(refundId, status, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
