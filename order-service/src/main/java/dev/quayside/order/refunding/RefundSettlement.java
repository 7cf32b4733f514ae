package dev.quayside.order.refunding;

import dev.quayside.kit.step.DurableSteps;
import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.PaymentReport;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.RefundKind;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transactions that settle a refund, together with the payment's figures that have it in them: what is left to refund is never
 * counted without a refund that has succeeded. Settled before is fine.
 */
@ApplicationScoped
class RefundSettlement {
    private final OrderPayments orderPayments;
    private final Refunds refunds;
    private final DurableSteps steps;

    RefundSettlement(OrderPayments orderPayments, Refunds refunds, DurableSteps steps) {
        this.orderPayments = orderPayments;
        this.refunds = refunds;
        this.steps = steps;
    }

    @Transactional
    public void succeeded(BookedRefund refund, PaymentReport report) {
        orderPayments.apply(refund.orderId(), report);
        if (refunds.succeeded(refund.id()) && refund.restock()) {
            steps.schedule(RestockStep.NAME, refund.id());
        }
    }

    /** It was accepted and not done, or undone: the payment's own figures call for a person. */
    @Transactional
    public void failed(BookedRefund refund, @Nullable String reason, PaymentReport report) {
        orderPayments.apply(refund.orderId(), report);
        if (refunds.failed(refund.id(), reason)) {
            callForAPerson(refund.kind(), refund.orderId());
        }
    }

    /** It was not accepted: for a refund that was asked for that is an answer like any other. */
    @Transactional
    public void refused(BookedRefund refund, @Nullable String reason) {
        if (refunds.failed(refund.id(), reason)) {
            callForAPerson(refund.kind(), refund.orderId());
        }
    }

    private void callForAPerson(RefundKind kind, UUID orderId) {
        switch (kind) {
            case REQUESTED -> {}
            case CANCELLATION -> orderPayments.refundHasFailed(orderId);
        }
    }
}
