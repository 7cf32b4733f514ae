package dev.quayside.order.refunding;

import dev.quayside.order.order.PaymentReport;
import dev.quayside.order.payment.PaymentAnswer;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.payment.RefundOutcome;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundState;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Pays refunds that are reserved. Sent again it is the same refund: its id was fixed when it was reserved. */
@ApplicationScoped
public class RefundPayment {
    private final Refunds refunds;
    private final Payments payments;
    private final RefundSettlement settlement;

    RefundPayment(Refunds refunds, Payments payments, RefundSettlement settlement) {
        this.refunds = refunds;
        this.payments = payments;
        this.settlement = settlement;
    }

    /** Sends all refunds of an order that are not settled, and gives those that are not settled then either. */
    public Set<UUID> payAll(UUID orderId) {
        Set<UUID> pending = new HashSet<>();
        for (BookedRefund refund : refunds.pending(orderId)) {
            if (!pay(refund)) {
                pending.add(refund.id());
            }
        }
        return pending;
    }

    /** Sends a refund, and settles it with what it came to; false while that is not known. */
    boolean pay(BookedRefund refund) {
        RefundOutcome outcome = send(refund);
        return switch (outcome.state()) {
            case PENDING -> false;
            case SUCCEEDED -> {
                settlement.succeeded(refund, read(refund.orderId()));
                yield true;
            }
            case FAILED -> {
                settlement.failed(refund, outcome.reason(), read(refund.orderId()));
                yield true;
            }
            case REFUSED -> {
                settlement.refused(refund, outcome.reason());
                yield true;
            }
        };
    }

    /** Looks whether refunds of an order that had succeeded have failed since: a bank can send the money back for a month. */
    void checkSucceeded(UUID orderId) {
        for (BookedRefund refund : refunds.of(orderId)) {
            if (refund.state() == RefundState.SUCCEEDED) {
                RefundOutcome outcome = send(refund);
                if (outcome.state() == RefundOutcome.State.FAILED) {
                    settlement.failed(refund, outcome.reason(), read(orderId));
                }
            }
        }
    }

    private RefundOutcome send(BookedRefund refund) {
        return payments.refund(
                refund.orderId(), refund.id(), refund.amount(), refund.reason().code());
    }

    /** The payment as it is after the refund's outcome was: its figures have that in them. */
    private PaymentReport read(UUID orderId) {
        return payments.read(orderId).map(PaymentAnswer::report).orElseThrow();
    }
}
