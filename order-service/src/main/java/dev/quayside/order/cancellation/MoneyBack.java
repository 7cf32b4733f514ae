package dev.quayside.order.cancellation;

import dev.quayside.order.order.OrderDebts;
import dev.quayside.order.order.OrderPayments;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.Orders;
import dev.quayside.order.order.PaymentReport;
import dev.quayside.order.payment.PaymentAnswer;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.refunding.RefundPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pays what an order that is over owes back: all that it holds, beside what refunds that were asked for are giving back. */
@ApplicationScoped
class MoneyBack {
    private final RefundPayment refunds;
    private final Payments payments;
    private final OrderPayments orderPayments;
    private final OrderDebts debts;
    private final Orders orders;

    MoneyBack(RefundPayment refunds, Payments payments, OrderPayments orderPayments, OrderDebts debts, Orders orders) {
        this.refunds = refunds;
        this.payments = payments;
        this.orderPayments = orderPayments;
        this.debts = debts;
        this.orders = orders;
    }

    /** Sends every refund that is not settled, and says whether the money is back or a person has to see to it. */
    boolean isSettled(UUID orderId) {
        Optional<PaymentReport> seen = read(orderId);
        Set<UUID> pending = refunds.payAll(orderId);
        if (pending.isEmpty() && isBack(orders.state(orderId))) {
            return true;
        }
        // Refunds that are pending after the payment was read are not in what was read: so what is left is certain.
        if (seen.isEmpty() || !debts.oweRest(orderId, seen.get().version(), pending)) {
            return false;
        }
        if (!refunds.payAll(orderId).isEmpty()) {
            return false;
        }
        if (!isBack(orders.state(orderId))) {
            // All that was owed has been tried, and one of the refunds gave nothing back.
            orderPayments.refundHasFailed(orderId);
        }
        return true;
    }

    private static boolean isBack(OrderState order) {
        return order.refunded() >= order.captured();
    }

    private Optional<PaymentReport> read(UUID orderId) {
        Optional<PaymentReport> report = payments.read(orderId).map(PaymentAnswer::report);
        report.ifPresent(seen -> orderPayments.apply(orderId, seen));
        return report;
    }
}
