package dev.quayside.order.refunding;

import dev.quayside.kit.money.Money;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;

/** More than is certainly left, but perhaps not more than is left: it is known as soon as a pending refund is settled. */
final class LeftUncertain extends ProblemException {
    LeftUncertain(String detail, Money left) {
        super(OrderProblem.REFUND_EXCEEDS_PAID, detail);
        with("left", left);
    }
}
