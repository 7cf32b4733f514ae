package dev.quayside.order.refunding;

import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.step.DurableSteps;
import dev.quayside.order.OrderProblem;
import dev.quayside.order.order.OrderState;
import dev.quayside.order.order.OrderStatus;
import dev.quayside.order.order.Orders;
import dev.quayside.order.pricing.AskedAmount;
import dev.quayside.order.refund.BookedRefund;
import dev.quayside.order.refund.NewRefund;
import dev.quayside.order.refund.RefundedUnits;
import dev.quayside.order.refund.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Decides whether, and for how much, an order can be refunded, with its row locked, and reserves that before any money moves. */
@ApplicationScoped
class RefundReservation {
    private final Orders orders;
    private final Refunds refunds;
    private final DurableSteps steps;
    private final AuditTrail trail;

    RefundReservation(Orders orders, Refunds refunds, DurableSteps steps, AuditTrail trail) {
        this.orders = orders;
        this.refunds = refunds;
        this.steps = steps;
        this.trail = trail;
    }

    /** Writes the refund and the step that pays it, in the caller's transaction; whatever forbids it is thrown. */
    @Transactional(TxType.MANDATORY)
    public void reserve(UUID refundId, UUID orderId, RefundRequest request) {
        OrderState order = orders.locked(orderId);
        requireRefundable(order, request);
        List<BookedRefund> before = refunds.of(orderId);
        NewRefund wanted = request.items() == null
                ? byAmount(refundId, order, request)
                : byItems(refundId, order, before, request);
        requireLeft(order, before, new Money(wanted.amount(), order.currency()));
        refunds.reserve(wanted);
        steps.schedule(PayRefundStep.NAME, refundId);
        trail.record("order.refunded", Subject.of("order", orderId), null, view(refundId, order));
    }

    private RefundView view(UUID refundId, OrderState order) {
        return RefundView.of(refunds.find(refundId).orElseThrow(), order.currency());
    }

    private static void requireRefundable(OrderState order, RefundRequest request) {
        if (order.captured() == 0 || !takesRefunds(order.status(), request.items() != null)) {
            throw new ProblemException(
                    OrderProblem.ORDER_NOT_REFUNDABLE,
                    "order " + order.id() + " is " + order.status().code() + ", " + order.captured() + " was captured");
        }
        if (order.dispute().forbidsRefunds()) {
            throw new ProblemException(
                    OrderProblem.PAYMENT_DISPUTED,
                    "the payment of order " + order.id() + " is disputed ("
                            + order.dispute().code() + "): the bank decides about the money");
        }
    }

    /** Goods that were not sold cannot be refunded; what was captured of another amount than the total can, by amount. */
    private static boolean takesRefunds(OrderStatus status, boolean byItems) {
        return switch (status) {
            case CONFIRMED, COMPLETED -> true;
            case AWAITING_PAYMENT -> !byItems;
            case PLACING, ABANDONED, CANCELLING, CANCELLED -> false;
        };
    }

    private static NewRefund byAmount(UUID id, OrderState order, RefundRequest request) {
        Money amount = Objects.requireNonNull(request.amount());
        AskedAmount.require(amount, order.currency());
        return new NewRefund(
                id, order.id(), amount.amount(), List.of(), null, false, request.because(), request.note());
    }

    private static NewRefund byItems(UUID id, OrderState order, List<BookedRefund> before, RefundRequest request) {
        ItemRefund items = new ItemRefund(order, before);
        List<RefundedUnits> units = items.units(Objects.requireNonNull(request.items()), request.withRestock());
        Long shipping = items.shipping(request.withShipping());
        long amount = units.stream().mapToLong(RefundedUnits::amount).sum() + (shipping == null ? 0 : shipping);
        if (amount == 0) {
            throw ProblemException.invalidField("items", "nothing_to_refund", "were charged nothing");
        }
        return new NewRefund(
                id, order.id(), amount, units, shipping, request.withRestock(), request.because(), request.note());
    }

    private static void requireLeft(OrderState order, List<BookedRefund> before, Money wanted) {
        Left left = Left.of(order.captured(), order.refunded(), before);
        if (wanted.amount() <= left.certain()) {
            return;
        }
        Money certain = new Money(left.certain(), order.currency());
        String detail = "%d of order %s is left, %d is wanted".formatted(certain.amount(), order.id(), wanted.amount());
        throw wanted.amount() <= left.possible()
                ? new LeftUncertain(detail, certain)
                : new ProblemException(OrderProblem.REFUND_EXCEEDS_PAID, detail).with("left", certain);
    }
}
