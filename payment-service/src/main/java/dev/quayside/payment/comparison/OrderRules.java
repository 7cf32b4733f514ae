package dev.quayside.payment.comparison;

import dev.quayside.payment.payment.DisputeStatus;
import dev.quayside.payment.payment.PaymentState;
import dev.quayside.payment.payment.PaymentStatus;
import dev.quayside.payment.payment.RefundStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order beside its payment, which agrees with Stripe. One cause at most. */
final class OrderRules {
    private OrderRules() {}

    static List<Finding> of(Sides sides) {
        Finding finding = find(sides);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Sides sides) {
        OrderSide order = sides.order();
        PaymentState payment = sides.ledger() == null ? null : sides.ledger().payment();
        if (order == null) {
            return payment == null ? null : withoutOrder(sides, payment);
        }
        if (payment == null || payment.currency() == null) {
            return withoutPayment(sides, order, payment);
        }
        if (order.total() != payment.amount() || !order.currency().equals(payment.currency())) {
            return finding(
                    sides,
                    Code.AMOUNT_DIFFERS,
                    "the order is of " + order.total() + " " + order.currency() + ", its payment of " + payment.amount()
                            + " " + payment.currency(),
                    null);
        }
        return figures(sides, order, payment);
    }

    private static @Nullable Finding figures(Sides sides, OrderSide order, PaymentState payment) {
        String both = "the order is " + order.status() + " with " + order.captured() + " captured, " + order.refunded()
                + " refunded, dispute " + order.disputeStatus() + "; its payment is "
                + payment.status().wire() + " with " + payment.captured() + " captured, " + payment.refunded()
                + " refunded, dispute " + payment.disputeStatus().wire();
        if (order.captured() > payment.captured() || isWithoutMoney(order, payment)) {
            return finding(sides, Code.ORDER_PAID_WITHOUT_MONEY, both, null);
        }
        if (isBehind(order, payment)) {
            return finding(sides, Code.ORDER_NOT_TOLD, both, RepairAction.PUBLISH_PAYMENT);
        }
        if (order.isOver() && payment.status() == PaymentStatus.AUTHORIZED) {
            return finding(sides, Code.MONEY_NOT_RETURNED, both, RepairAction.CANCEL_PAYMENT);
        }
        return owesMoney(order, payment)
                ? finding(sides, Code.MONEY_NOT_RETURNED, both, RepairAction.PUBLISH_PAYMENT)
                : null;
    }

    /** A grant will do, and one that has ended is news for the order. */
    private static boolean isWithoutMoney(OrderSide order, PaymentState payment) {
        boolean granted = order.isOnlyAuthorized() && payment.grant().authorized() > 0;
        return order.isLive() && payment.captured() == 0 && !granted;
    }

    private static boolean isBehind(OrderSide order, PaymentState payment) {
        boolean differs = order.captured() != payment.captured()
                || order.refunded() != payment.refunded()
                || !order.disputeStatus().equals(payment.disputeStatus().wire());
        boolean canceled = payment.status() == PaymentStatus.CANCELED;
        boolean granted =
                payment.status() == PaymentStatus.AUTHORIZED && payment.grant().authorized() == order.total();
        boolean waits = order.awaitsPayment() && (payment.captured() == order.total() || granted || canceled);
        return differs || waits || (order.isLive() && order.isOnlyAuthorized() && canceled);
    }

    /** A dispute that is open or lost keeps the money from being given back; a refund that failed needs a person, and says so. */
    private static boolean owesMoney(OrderSide order, PaymentState payment) {
        boolean possible =
                payment.disputeStatus() == DisputeStatus.NONE || payment.disputeStatus() == DisputeStatus.WON;
        return order.isOver()
                && payment.captured() > payment.refunded()
                && payment.refundStatus() != RefundStatus.PENDING
                && !order.paymentStatus().equals("needs_attention")
                && possible;
    }

    private static @Nullable Finding withoutOrder(Sides sides, PaymentState payment) {
        boolean money = payment.captured() > payment.refunded();
        if (payment.status().isTerminal() && !money) {
            return null;
        }
        String what = "the payment is " + payment.status().wire() + " with " + payment.captured()
                + " captured, and there is no such order";
        return finding(sides, Code.PAYMENT_WITHOUT_ORDER, what, money ? null : RepairAction.CANCEL_PAYMENT);
    }

    private static @Nullable Finding withoutPayment(Sides sides, OrderSide order, @Nullable PaymentState tombstone) {
        if (order.isLive() || order.captured() > 0) {
            String what =
                    "the order is " + order.status() + " with " + order.captured() + " captured, and has no payment";
            return finding(sides, Code.ORDER_PAID_WITHOUT_MONEY, what, null);
        }
        return tombstone != null && order.awaitsPayment()
                ? finding(
                        sides,
                        Code.ORDER_NOT_TOLD,
                        "the order awaits a payment that was cancelled",
                        RepairAction.PUBLISH_PAYMENT)
                : null;
    }

    private static Finding finding(Sides sides, Code code, String summary, @Nullable RepairAction repair) {
        return new Finding(code, sides.orderId(), sides.orderId().toString(), summary, repair);
    }
}
