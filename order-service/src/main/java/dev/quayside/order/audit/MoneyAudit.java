package dev.quayside.order.audit;

import dev.quayside.order.order.AuditedOrder;
import dev.quayside.order.order.OrderLedger;
import dev.quayside.order.order.PaymentStatus;
import dev.quayside.order.payment.AuditedPayment;
import dev.quayside.order.payment.Payments;
import dev.quayside.order.upstream.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders' side of I3 (a paid order has captured what was to be captured) and I5 (an order that is over has no money, or is listed). */
@ApplicationScoped
class MoneyAudit {
    private final OrderLedger orders;
    private final Payments payments;

    MoneyAudit(OrderLedger orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    List<Finding> check() {
        Tally paid = new Tally("I3");
        Tally over = new Tally("I5");
        new MergeJoin<>(
                        new Pages<>(orders::page, AuditedOrder::id),
                        AuditedOrder::id,
                        new Pages<>(payments::page, AuditedPayment::orderId),
                        AuditedPayment::orderId)
                .visit((id, order, payment) -> judge(paid, over, id, order, payment));
        return List.of(paid.finding(), over.finding());
    }

    static void judge(Tally paid, Tally over, UUID id, @Nullable AuditedOrder order, @Nullable AuditedPayment payment) {
        if (order == null) {
            over.checked();
            if (payment != null && held(payment) != 0) {
                over.violated(id, held(payment) + " is held for an order that does not exist");
            }
            return;
        }
        switch (order.status()) {
            case CONFIRMED, COMPLETED -> judgePaid(paid, order, payment);
            case ABANDONED, CANCELLED -> judgeOver(over, order, payment);
            case PLACING, AWAITING_PAYMENT, CANCELLING -> {}
        }
    }

    private static void judgePaid(Tally paid, AuditedOrder order, @Nullable AuditedPayment payment) {
        paid.checked();
        if (payment == null || !payment.isIn(order.currency()) || !isAsAsked(order, payment)) {
            paid.violated(
                    order.id(),
                    "order of " + order.total() + " " + order.currency() + " is "
                            + order.status().code() + ", captured is "
                            + (payment == null ? "nothing" : payment.captured() + " " + payment.currency()));
        }
    }

    /** The total, or of an authorised payment nothing yet, or the part that the shop asked for; another part is listed for a person. */
    private static boolean isAsAsked(AuditedOrder order, AuditedPayment payment) {
        return switch (order.capture()) {
            case AUTOMATIC -> payment.captured() == order.total();
            case MANUAL ->
                payment.isAuthorized()
                        ? payment.granted() == order.total()
                        : payment.captured() == order.total()
                                || (order.captureAmount() != null && payment.captured() == order.captureAmount())
                                || (payment.captured() > 0 && order.paymentStatus() == PaymentStatus.NEEDS_ATTENTION);
        };
    }

    private static void judgeOver(Tally over, AuditedOrder order, @Nullable AuditedPayment payment) {
        over.checked();
        boolean listed = order.paymentStatus() == PaymentStatus.NEEDS_ATTENTION;
        if (payment != null && held(payment) != 0 && !listed) {
            over.violated(order.id(), "order is " + order.status().code() + ", " + held(payment) + " is still held");
        } else if (payment != null && payment.isAuthorized()) {
            over.violated(order.id(), "order is " + order.status().code() + ", its payment is still authorised");
        }
    }

    private static long held(AuditedPayment payment) {
        return payment.captured() - payment.refunded();
    }
}
