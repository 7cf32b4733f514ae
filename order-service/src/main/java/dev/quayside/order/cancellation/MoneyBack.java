package dev.quayside.order.cancellation;

import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.Orders;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.payment.RefundOutcome;
import dev.quayside.order.refund.OwedRefund;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Pays what an order owes back. Sent again it is the same refund: its id was fixed when it became owed. */
@ApplicationScoped
class MoneyBack {
    private final Refunds refunds;
    private final Payments payments;
    private final OrderPayments orderPayments;
    private final Orders orders;

    MoneyBack(Refunds refunds, Payments payments, OrderPayments orderPayments, Orders orders) {
        this.refunds = refunds;
        this.payments = payments;
        this.orderPayments = orderPayments;
        this.orders = orders;
    }

    /** Sends the refund that is owed, if it is not settled, and says whether the money is back or a person has to see to it. */
    boolean isSettled(UUID orderId) {
        Optional<OwedRefund> owed = refunds.owed(orderId);
        if (owed.isPresent()) {
            send(owed.get());
        }
        payments.read(orderId).ifPresent(payment -> orderPayments.apply(orderId, payment.report()));
        OrderState order = orders.state(orderId);
        return order.refunded() >= order.captured() || order.refundFailed();
    }

    private void send(OwedRefund owed) {
        RefundOutcome outcome = payments.refund(owed.orderId(), owed.id(), owed.amount(), "requested_by_customer");
        switch (outcome.state()) {
            case PENDING -> {}
            case SUCCEEDED -> refunds.succeeded(owed.id());
            case FAILED -> {
                orderPayments.refundHasFailed(owed.orderId());
                refunds.failed(owed.id(), outcome.reason());
            }
        }
    }
}
